/** What an assessment (测评) is for: 上级测评 · 自查 · 模拟测评 · 补测 · 复检. */
export const ASSESSMENT_KINDS = ['official', 'selfCheck', 'mock', 'supplementary', 'recheck'] as const
export type AssessmentKind = (typeof ASSESSMENT_KINDS)[number]

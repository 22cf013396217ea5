/** How an organization finds its criterion (自查结论): 达标 · 基本达标 · 未达标. */
export const STANDINGS = ['met', 'mostlyMet', 'unmet'] as const
export type Standing = (typeof STANDINGS)[number]

import type { Band, Direction, Grade } from '../framework/rule.ts'

/** How an item (检查项) is answered at one site. Whatever does not apply (不适用) leaves the denominator, for every kind. */
export type AnswerKind =
  /** 符合 / 不符合 */
  | { readonly kind: 'binary' }
  /** a number of violations, graded: A/B/C/C# */
  | { readonly kind: 'countBands'; readonly bands: readonly Band[] }
  /** a grade picked by what is seen */
  | { readonly kind: 'grade'; readonly grades: readonly Grade[] }
  /** a number held against a target: how many, how much, what part */
  | {
      readonly kind: 'number'
      readonly unit: string
      readonly direction: Direction
      /** null = recorded only, not judged */
      readonly target: number | null
    }
export const ANSWER_KINDS = [
  'binary',
  'countBands',
  'grade',
  'number',
] as const satisfies readonly AnswerKind['kind'][]

/** When a photo (照片) is asked for: where an item fails, or never. What conforms is never photographed. */
export const PHOTO_RULES = ['onFailure', 'never'] as const
export type PhotoRule = (typeof PHOTO_RULES)[number]

/** One item of a checklist (检查项). Its id stays the same from version to version. */
export type ChecklistItem = {
  readonly id: string
  readonly code: string
  readonly text: string
  /** 维度: 公共环境, 公共秩序 …; also the category a duty may be given for */
  readonly dimension: string
  readonly answer: AnswerKind
  /** how to look (观测方法); '' = nothing is prescribed */
  readonly protocol: string
  /** what is no violation (不判违规的情形) */
  readonly exemptions: readonly string[]
  readonly photo: PhotoRule
  /** why the photo is taken, shown to whoever takes it */
  readonly photoPurpose: string
  /** a failure opens a case at the responsible organization */
  readonly handOver: boolean
  readonly weight: number
  /** what nobody has confirmed yet */
  readonly guesses: readonly ItemGuess[]
}

/** What of an item may still have to be confirmed (待确认). */
export const ITEM_GUESSES = ['answer', 'weight', 'protocol'] as const
export type ItemGuess = (typeof ITEM_GUESSES)[number]

/** A checklist belongs to site types (点位类型检查表) or is a standard of its own (标准: 二十八条, 十没有…). */
export const CHECKLIST_KINDS = ['siteType', 'standard'] as const
export type ChecklistKind = (typeof CHECKLIST_KINDS)[number]

/** Whether a tie between an item and a criterion (检查项 ↔ 测评标准) is proposed, confirmed or refused. */
export const MAPPING_STATES = ['guess', 'confirmed', 'rejected'] as const
export type MappingState = (typeof MAPPING_STATES)[number]

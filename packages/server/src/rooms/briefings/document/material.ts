import type { RoundKind } from '@chuangcheng/domain'
import type { DocumentPicture } from '../../../platform/documents/index.ts'
import type { PrintedFigure } from './figure-book.ts'

/** What stands at the head and foot of a briefing. */
export type BriefingHeading = {
  readonly title: string
  readonly issuer: string
  readonly documentNumber: string
  readonly addressee: string
  /** local date, YYYY-MM-DD */
  readonly signedOn: string
  /** one paragraph a line */
  readonly nextSteps: string
}

export type ReportedRound = {
  readonly id: string
  readonly name: string
  readonly kind: RoundKind
  readonly startsOn: string
  readonly endsOn: string
}

/** Everything a briefing is written from (通报素材): figures that were taken, and what they are about. No question is asked any more. */
export type BriefingMaterial = {
  readonly heading: BriefingHeading
  readonly version: { readonly frameworkName: string; readonly label: string }
  readonly rounds: readonly ReportedRound[]
  readonly figures: readonly PrintedFigure[]
  /** photos of typical problems, by the row of losses.typical they show */
  readonly photos: ReadonlyMap<string, Omit<DocumentPicture, 'caption'>>
  readonly watermark: number
  /** local time, as shown */
  readonly takenAt: string
  /** where a figure opens in the app */
  readonly linkTo: (figureId: string) => string
}

import type { VisitState } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import type { Tone } from '../../../shared/ui/status-tag.tsx'
import type { VisitRecord } from '../visit/assignment-queries.ts'

export const visitStateName = (state: VisitState): string => m[`visitState.${state}`]()

export const STATE_TONES: Readonly<Record<VisitState, Tone>> = {
  standing: 'good',
  corrected: 'caution',
  voided: 'plain',
}

type Answered = VisitRecord['answers'][number]

/** An answer in words: 不符合, 3 处, B, 99 % */
export function answerWords({ answer, item }: Pick<Answered, 'answer' | 'item'>): string {
  switch (answer.kind) {
    case 'notApplicable':
      return m['office.checklists.preview.notApplicable']()
    case 'binary':
      return answer.conforms
        ? m['office.checklists.preview.conforms']()
        : m['office.checklists.preview.fails']()
    case 'countBands':
      return m['office.checklists.preview.count']({ count: answer.violations })
    case 'grade':
      return answer.grade
    case 'number':
      return `${answer.value} ${item.unit}`.trim()
  }
}

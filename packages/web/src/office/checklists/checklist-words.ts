import type { ChecklistKind, PhotoRule, VersionState } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import type { Tone } from '../../shared/ui/status-tag.tsx'
import type { Answer, Guess } from './checklist-queries.ts'

export const kindName = (kind: ChecklistKind): string => m[`checklistKind.${kind}`]()
export const stateName = (state: VersionState): string => m[`versionState.${state}`]()
export const answerName = (kind: Answer['kind']): string => m[`answerKind.${kind}`]()
export const photoName = (rule: PhotoRule): string => m[`photoRule.${rule}`]()
export const guessName = (guess: Guess): string => m[`office.checklists.guess.${guess}`]()

export const STATE_TONES: Readonly<Record<VersionState, Tone>> = {
  draft: 'caution',
  published: 'good',
  withdrawn: 'plain',
}

/** The answer kind with what tells it from others: 问题数 A 0 · B 1 · C 2 · C# 3+ */
export function answerWords(answer: Answer): string {
  switch (answer.kind) {
    case 'binary':
      return answerName('binary')
    case 'countBands':
      return `${answerName('countBands')} ${answer.bands.map(bandWords).join(' · ')}`
    case 'grade':
      return `${answerName('grade')} ${answer.grades.map(({ grade }) => grade).join(' / ')}`
    case 'number':
      return answer.target === null
        ? `${answerName('number')} ${answer.unit}`
        : m['office.checklists.numberWords']({
            direction: m[`direction.${answer.direction}`](),
            target: answer.target,
            unit: answer.unit,
          })
  }
}

type Band = Extract<Answer, { kind: 'countBands' }>['bands'][number]

function bandWords({ grade, from, to }: Band): string {
  if (to === null) return `${grade} ${from}+`
  return from === to ? `${grade} ${from}` : `${grade} ${from}–${to}`
}

import { startingAnswer, startingItem } from '@chuangcheng/domain'
import { describe, expect, it } from 'vitest'
import type { AskedItem } from '../../../shared/checklist/answers.ts'
import {
  answerOf,
  answersOf,
  progressOf,
  restConforms,
  startDraft,
  withGiven,
  withoutPhoto,
  withPhoto,
  withPosition,
} from './visit-draft.ts'

const asked = (id: string, part: Partial<AskedItem> = {}): AskedItem => ({
  ...startingItem({ id, code: id, text: id, dimension: '环境', photoPurpose: '供整改对照' }),
  answer: { kind: 'binary' },
  exemptions: [],
  guesses: [],
  ...part,
})
const bands = startingAnswer('countBands')
const counted = asked('counted', {
  answer: bands.kind === 'countBands' ? { kind: 'countBands', bands: [...bands.bands] } : { kind: 'binary' },
})
const measured = asked('measured', {
  answer: { kind: 'number', unit: '%', direction: 'atLeast', target: 99 },
})
const plain = asked('plain')
const unphotographed = asked('unphotographed', { photo: 'never' })
const ITEMS = [plain, counted, measured, unphotographed]
const empty = startDraft('visit', '2026-11-28T01:00:00.000Z')
const failed = withGiven(empty, 'plain', { answer: { kind: 'binary', conforms: false } })

describe('a visit being recorded', () => {
  it('fills the rest as conforming, but what has to be measured stays open', () => {
    const filled = restConforms(failed, ITEMS)
    expect(answerOf(filled, plain)).toEqual({ kind: 'binary', conforms: false })
    expect(answerOf(filled, counted)).toEqual({ kind: 'countBands', violations: 0 })
    expect(progressOf(filled, ITEMS).open).toEqual([measured])
  })

  it('asks for a photo only where an item fails and its rule says so', () => {
    expect(progressOf(failed, ITEMS).photoless).toEqual([plain])
    expect(progressOf(withPhoto(failed, 'plain', 'p1'), ITEMS).photoless).toEqual([])
    const other = withGiven(empty, 'unphotographed', { answer: { kind: 'binary', conforms: false } })
    expect(progressOf(other, ITEMS)).toMatchObject({ failed: 1, photoless: [] })
  })

  it('sends no photo of what conforms after all', () => {
    const photographed = withPhoto(failed, 'plain', 'p1')
    expect(answersOf(photographed, ITEMS)[0]?.photoIds).toEqual(['p1'])
    const mended = withGiven(photographed, 'plain', { answer: { kind: 'binary', conforms: true } })
    expect(answersOf(mended, ITEMS)).toEqual([
      { itemId: 'plain', answer: { kind: 'binary', conforms: true }, note: '', photoIds: [] },
    ])
    expect(answersOf(withoutPhoto(photographed, 'plain', 'p1'), ITEMS)[0]?.photoIds).toEqual([])
  })

  it('leaves out answers that no longer fit what the checklist asks', () => {
    const renewed = asked('plain', { answer: { kind: 'number', unit: '处', direction: 'atMost', target: 0 } })
    expect(answerOf(failed, renewed)).toBeNull()
    expect(answersOf(failed, [renewed])).toEqual([])
  })

  it('is another visit once something changes after it was sent', () => {
    const sent = { ...failed, finishedAt: '2026-11-28T01:20:00.000Z' }
    expect(withPosition(sent, null).finishedAt).toBeNull()
    expect(withGiven(sent, 'plain', { note: '西门' }).finishedAt).toBeNull()
  })
})

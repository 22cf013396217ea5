import { describe, expect, it } from 'vitest'
import { commonParts } from './common-parts.ts'

const marked = (text: string, other: string): string =>
  commonParts(text, other)
    .map((part) => (part.common ? `[${part.text}]` : part.text))
    .join('')

describe('words in common', () => {
  it('are runs of two characters or more that stand in both texts', () => {
    expect(marked('垃圾容器完好不满溢', '垃圾桶完好，定时清运')).toBe('[垃圾]容器[完好]不满溢')
  })
  it('never reach over punctuation, and one character alone is chance', () => {
    expect(marked('无乱扔，无乱贴', '无乱贴、乱扔')).toBe('[无乱]扔，[无乱贴]')
    expect(marked('道路平整', '道边')).toBe('道路平整')
  })
  it('nothing in common leaves the text as it is', () => {
    expect(commonParts('车辆按线停放', '母婴室')).toEqual([{ text: '车辆按线停放', common: false }])
    expect(commonParts('', '母婴室')).toEqual([])
  })
})

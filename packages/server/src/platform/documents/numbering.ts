import type { Block } from './document.ts'

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

/** 1–99 in Chinese: 一, 十, 十一, 二十. */
export function chineseNumber(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  const head = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`
  return `${head}${DIGITS[ones]}`
}

const PREFIX = {
  1: (number: number) => `${chineseNumber(number)}、`,
  2: (number: number) => `（${chineseNumber(number)}）`,
  3: (number: number) => `${number}. `,
} as const

/** Blocks whose numbered headings bear their numbers (GB/T 9704-2012 §7.3.3: 一、（一）1.). */
export function numbered(blocks: readonly Block[]): Block[] {
  const counts: [number, number, number] = [0, 0, 0]
  return blocks.map((block) => {
    if (block.kind !== 'heading' || !block.numbered) return block
    const { level } = block
    counts[level - 1] = (counts[level - 1] ?? 0) + 1
    counts.fill(0, level)
    return { ...block, text: `${PREFIX[level](counts[level - 1] ?? 0)}${block.text}` }
  })
}

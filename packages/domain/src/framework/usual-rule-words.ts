import { comparable } from '../import/plain-text.ts'
import type { Rule } from './rule.ts'

const BINARY =
  /^(?:符合|达到|达标|满足|有)(?:要求|标准)?得(?:满|全)?分(?:[,，;；、/]?(?:不符合|否则|未达到|未达标|不达标|无)(?:要求|标准)?(?:不得分|得?0分))?$/u
const ALSO_BINARY = new Set([
  '是/否',
  '是否',
  '是、否',
  '符合/不符合',
  '符合、不符合',
  '符合不得分不符合不得分',
])
const GRADED = /^a[/、,，;；-]?b[/、,，;；-]?c(?:[/、,，;；-]?(?:c#|d))?(?:等级|级|档|三档|四档)?$/u
const EACH_LOSES =
  /^((?:每|发现|出现|有)[^扣;；。]*?),?扣(\d+(?:\.\d+)?)分(?:[,，;；。、]?(?:(?:最多|最高|累计)扣(\d+(?:\.\d+)?)分|扣完为止|直至扣完))?[。.]?$/u
const EACH_EARNS =
  /^((?:每|获|获得|受)[^加;；。]*?),?加(\d+(?:\.\d+)?)分(?:[,，;；。、]?(?:最多|最高|累计)(?:不超过|加)?(\d+(?:\.\d+)?)分)?[。.]?$/u

/** A/B/C/C# by violations found: 0, 1, 2, 3 and more; 100, 66, 33 and 0 percent, as the national operation manual grades sites. */
const GRADED_BY_COUNT: Rule = {
  kind: 'countBands',
  bands: [
    { grade: 'A', from: 0, to: 0, share: 1 },
    { grade: 'B', from: 1, to: 1, share: 0.66 },
    { grade: 'C', from: 2, to: 2, share: 0.33 },
    { grade: 'C#', from: 3, to: null, share: 0 },
  ],
}

function perCase(kind: 'deduction' | 'bonus', found: RegExpExecArray): Rule {
  const [, each = '', points, cap] = found
  return { kind, each, points: Number(points), cap: cap === undefined ? null : Number(cap) }
}

/** The rule behind words that many sheets use: 符合得分, A/B/C, 每发现一处扣0.5分; null where they say more than we know. */
export function usualRule(text: string): Rule | null {
  const plain = comparable(text)
  if (BINARY.test(plain) || ALSO_BINARY.has(plain)) return { kind: 'binary' }
  if (GRADED.test(plain)) return GRADED_BY_COUNT
  if (plain === '一票否决') return { kind: 'veto', points: null, effect: plain }
  const loses = EACH_LOSES.exec(plain)
  if (loses) return perCase('deduction', loses)
  const earns = EACH_EARNS.exec(plain)
  return earns ? perCase('bonus', earns) : null
}

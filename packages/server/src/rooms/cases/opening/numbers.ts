import { caseNumber } from '@chuangcheng/domain'

const MOST_REMEMBERED = 10_000
const format = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
})
/** how many cases of a city were opened in a second */
const given = new Map<string, number>()

/**
 * A number for a case opened now (案卷编号): its local second and how many came before it in that second. Nothing is read and nobody
 * waits: one process serves a database, and the number is unique there (decision 0012).
 * @param now ISO UTC
 */
export function nextNumber(cityId: string, now: string): string {
  const second = format.format(new Date(now)).replace(' ', 'T')
  const key = `${cityId} ${second}`
  const index = (given.get(key) ?? 0) + 1
  if (given.size >= MOST_REMEMBERED && index === 1) given.clear()
  given.set(key, index)
  return caseNumber(second, index)
}

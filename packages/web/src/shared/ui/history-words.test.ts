import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { actionName } from './history-words.ts'

const ROOMS = fileURLToPath(new URL('../../../../server/src/rooms', import.meta.url))
/** Where a room says what it did: in the entry itself, or to the function that writes it. */
const SAYING = /action[:,)]|action \?|noteSites\(|return change\(tx/u
const ACTION = /'(?<action>[a-z]\w+\.[a-z]\w+)'/gu

function recordedActions(): string[] {
  const files = readdirSync(ROOMS, { recursive: true, encoding: 'utf8' })
  const lines = files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => readFileSync(join(ROOMS, file), 'utf8').split('\n'))
  const said = lines
    .filter((line) => SAYING.test(line))
    .flatMap((line) => [...line.matchAll(ACTION)].map(({ groups }) => groups?.action ?? ''))
  return [...new Set(said)].sort()
}

describe('what the log says was done', () => {
  it('has words for everything that rooms record', () => {
    const actions = recordedActions()
    expect(actions.length).toBeGreaterThan(50)
    expect(actions.filter((action) => actionName(action).includes(action))).toEqual([])
  })
})

import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AuditBlock,
  type AuditEntry,
  canonical,
  checkBlock,
  GENESIS,
  type Hash,
  sealBlock,
} from './chain.ts'

const hash: Hash = (algorithm, text) => createHash(algorithm).update(text).digest('hex')
const entry = (id: string, after: unknown = null): AuditEntry => ({
  id,
  at: '2026-11-22T02:00:00.000Z',
  actorId: null,
  actorName: '陈',
  action: 'site.change',
  subjectKind: 'site',
  subjectId: null,
  before: null,
  after,
})

function chainOf(groups: AuditEntry[][]): { blocks: AuditBlock[]; entries: Map<string, AuditEntry> } {
  const blocks: AuditBlock[] = []
  for (const group of groups) {
    blocks.push(sealBlock(blocks.at(-1) ?? null, group, '2026-11-22T02:00:05.000Z', 'sha256', hash))
  }
  return { blocks, entries: new Map(groups.flat().map((one) => [one.id, one])) }
}
const faultsOf = (blocks: AuditBlock[], entries: Map<string, AuditEntry>) =>
  blocks.flatMap((block, index) => checkBlock(blocks[index - 1] ?? null, block, entries, hash))

describe('the chain of audit blocks', () => {
  it('begins at zero and is the same whatever order the keys of a record were stored in', () => {
    const { blocks } = chainOf([[entry('1', { name: '甲', code: 'A' })]])
    expect(blocks[0]).toMatchObject({ number: 1, previousHash: GENESIS })
    expect(chainOf([[entry('1', { code: 'A', name: '甲' })]]).blocks).toEqual(blocks)
    expect(canonical({ b: 1, a: [undefined, { d: null, c: '"' }] })).toBe(
      '{"a":[null,{"c":"\\"","d":null}],"b":1}',
    )
  })

  it('takes SM3 where a city must use it', () => {
    const block = sealBlock(null, [entry('1')], 'x', 'sm3', hash)
    expect(block.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(checkBlock(null, block, new Map([['1', entry('1')]]), hash)).toEqual([])
  })

  it('shows any one change of any entry, any missing entry and any relinked block', () => {
    const groups = fc.array(fc.array(fc.jsonValue(), { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 4,
    })
    fc.assert(
      fc.property(groups, fc.nat(), fc.jsonValue(), (contents, pick, planted) => {
        let count = 0
        const { blocks, entries } = chainOf(
          contents.map((group) => group.map((after) => entry(`e${count++}`, after))),
        )
        expect(faultsOf(blocks, entries)).toEqual([])
        const id = `e${pick % count}`
        const honest = entries.get(id)
        fc.pre(honest !== undefined && canonical(honest.after) !== canonical(planted))
        const changed = new Map(entries).set(id, entry(id, planted))
        expect(faultsOf(blocks, changed).map(({ fault }) => fault)).toEqual(['block-changed'])
        const without = new Map(entries)
        without.delete(id)
        expect(faultsOf(blocks, without)).toMatchObject([{ fault: 'entry-missing', entryId: id }])
      }),
    )
    const { blocks, entries } = chainOf([[entry('1')], [entry('2')], [entry('3')]])
    const [first, , third] = blocks
    if (!first || !third) throw new Error('three blocks')
    expect(faultsOf([first, third], entries)).toMatchObject([{ fault: 'block-missing', block: 3 }])
    const forged = sealBlock(first, [entry('2', 'other')], 'x', 'sha256', hash)
    const relinked = faultsOf([first, forged, third], new Map(entries).set('2', entry('2', 'other')))
    expect(relinked).toMatchObject([{ fault: 'block-relinked', block: 3 }])
  })
})

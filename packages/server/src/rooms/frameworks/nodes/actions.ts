import {
  type Actor,
  branchOf,
  type Guess,
  mustCoverCity,
  type NodeKind,
  type Place,
  Problem,
  placeBranch,
  sameRule,
  withoutNode,
} from '@chuangcheng/domain'
import type { Tx } from '../../../platform/database/database.ts'
import { mustKnowTypes } from '../../sites/index.ts'
import { lockDraft, noteTreeChange } from '../versions/drafts.ts'
import { isRuleExact, mustHaveFourDecimals } from './exactness.ts'
import {
  deleteNodes,
  type FrameworkNode,
  findNode,
  isCodeTaken,
  listPlaces,
  type NewNode,
  type NodeOfVersion,
  type NodeWords,
  saveNodes,
  savePlaces,
} from './queries.ts'

const wordsOf = (node: NodeWords): NodeWords => ({
  code: node.code,
  text: node.text,
  points: node.points,
  role: node.role,
  origin: node.origin,
  methods: node.methods,
  rule: node.rule,
  siteTypeIds: node.siteTypeIds,
  note: node.note,
})

const sameWords = (a: NodeWords, b: NodeWords): boolean =>
  sameRule(a.rule, b.rule) &&
  JSON.stringify({ ...wordsOf(a), rule: null }) === JSON.stringify({ ...wordsOf(b), rule: null })

/** Of an indicator only code, text, points and note say anything. */
const saidOf = (kind: NodeKind, words: NodeWords): NodeWords =>
  kind === 'criterion'
    ? wordsOf(words)
    : { ...wordsOf(words), role: 'ordinary', origin: 'core', methods: [], rule: null, siteTypeIds: [] }

/** @throws Problem framework.code-taken · framework.points-decimals · framework.rule-invalid · not-found (a site type) */
async function mustBeSayable(
  tx: Tx,
  versionId: string,
  node: NodeWords & { readonly id: string },
): Promise<void> {
  mustHaveFourDecimals(node.points)
  if (node.rule && !isRuleExact(node.rule)) throw new Problem('framework.rule-invalid', { code: node.code })
  await mustKnowTypes(tx, node.siteTypeIds)
  if (await isCodeTaken(tx, versionId, node)) throw new Problem('framework.code-taken', { code: node.code })
}

async function getNode(tx: Tx, id: string): Promise<NodeOfVersion> {
  const node = await findNode(tx, id)
  if (!node) throw new Problem('not-found', { what: 'frameworkNode' })
  return node
}

const answerOf = ({ versionId: _versionId, ...node }: NodeOfVersion): FrameworkNode => node

/**
 * Lock the draft of a node, and read the node as it stands then.
 * @throws Problem access.out-of-scope · not-found · framework.not-a-draft · changed-meanwhile
 */
async function lockNode(tx: Tx, actor: Actor, id: string, basedOn: number) {
  mustCoverCity(actor, 'framework.edit')
  const draft = await lockDraft(tx, actor, (await getNode(tx, id)).versionId)
  const node = await getNode(tx, id)
  if (node.revision !== basedOn) throw new Problem('changed-meanwhile', { what: 'frameworkNode' })
  return { draft, node }
}

export type AddedNode = NodeWords & {
  readonly id: string
  readonly parentId: string | null
  readonly beforeId?: string | null | undefined
  readonly kind: NodeKind
}

/**
 * Add a node to a draft. The same request again is answered as the first time.
 * @throws Problem access.out-of-scope · not-found · duplicate · framework.*
 */
export async function addNode(
  tx: Tx,
  actor: Actor,
  versionId: string,
  said: AddedNode,
): Promise<FrameworkNode> {
  const draft = await lockDraft(tx, actor, versionId)
  const words = saidOf(said.kind, said)
  const stored = await findNode(tx, said.id)
  if (stored) {
    if (stored.versionId === versionId && sameWords(stored, words)) return answerOf(stored)
    throw new Problem('duplicate', { what: 'id', value: said.id })
  }
  const node: NewNode = {
    id: said.id,
    parentId: said.parentId,
    position: 0,
    kind: said.kind,
    ...words,
    leadHint: '',
    guesses: [],
    carriedFromId: null,
    settled: true,
  }
  await mustBeSayable(tx, versionId, node)
  const place = { parentId: said.parentId, beforeId: said.beforeId ?? null }
  const places = placeBranch(await listPlaces(tx, versionId), [node], place, draft.levelNames.length)
  const position = places.findIndex(({ id }) => id === node.id)
  await savePlaces(tx, places, null)
  await saveNodes(tx, versionId, [{ ...node, position }])
  await noteTreeChange(tx, versionId, 'frameworkNode.add', {
    before: null,
    after: { kind: said.kind, parentId: said.parentId, position, ...words },
  })
  return answerOf(await getNode(tx, said.id))
}

export type NodeChange = { readonly [F in keyof NodeWords]?: NodeWords[F] | undefined } & {
  readonly basedOn: number
  readonly settled?: boolean | undefined
  readonly confirm?: readonly Guess[] | undefined
}

const laidOver = (before: NodeWords, change: NodeChange): NodeWords => ({
  code: change.code ?? before.code,
  text: change.text ?? before.text,
  points: change.points === undefined ? before.points : change.points,
  role: change.role ?? before.role,
  origin: change.origin ?? before.origin,
  methods: change.methods ?? before.methods,
  rule: change.rule === undefined ? before.rule : change.rule,
  siteTypeIds: change.siteTypeIds ?? before.siteTypeIds,
  note: change.note ?? before.note,
})

/** What is still only supposed: neither said otherwise nor confirmed by this change. */
const guessesAfter = (before: FrameworkNode, after: NodeWords, confirm: readonly Guess[]): Guess[] =>
  before.guesses.filter((guess) => {
    if (confirm.includes(guess)) return false
    if (guess === 'points') return before.points === after.points
    return guess !== 'rule' || sameRule(before.rule, after.rule)
  })

/** A node carried over with another text must be decided again, until somebody says that it is. */
function isSettledAfter(before: FrameworkNode, after: NodeWords, said: boolean | undefined): boolean {
  if (said !== undefined) return said
  return before.settled && (before.carriedFromId === null || before.text === after.text)
}

/**
 * Change what is said of a node, confirm what was only supposed of it, or settle it.
 * @throws Problem access.out-of-scope · not-found · changed-meanwhile · framework.*
 */
export async function changeNode(
  tx: Tx,
  actor: Actor,
  id: string,
  change: NodeChange,
): Promise<FrameworkNode> {
  const { draft, node } = await lockNode(tx, actor, id, change.basedOn)
  const words = saidOf(node.kind, laidOver(node, change))
  const guesses = guessesAfter(node, words, change.confirm ?? [])
  const settled = isSettledAfter(node, words, change.settled)
  const isSame = sameWords(node, words) && guesses.length === node.guesses.length && settled === node.settled
  if (isSame) return answerOf(node)
  const { versionId: _version, revision: _revision, ...stored } = node
  const after = { ...stored, ...words, guesses, settled }
  await mustBeSayable(tx, draft.id, after)
  await saveNodes(tx, draft.id, [after])
  await noteTreeChange(tx, draft.id, 'frameworkNode.change', { before: stored, after })
  return answerOf(await getNode(tx, id))
}

/**
 * Move a node with all below it.
 * @throws Problem access.out-of-scope · not-found · changed-meanwhile · framework.cycle · framework.criterion-has-children ·
 * framework.too-deep · framework.not-a-draft
 */
export async function moveNode(
  tx: Tx,
  actor: Actor,
  id: string,
  { basedOn, ...place }: Place & { readonly basedOn: number },
): Promise<FrameworkNode> {
  const { draft, node } = await lockNode(tx, actor, id, basedOn)
  const nodes = await listPlaces(tx, draft.id)
  const places = placeBranch(nodes, branchOf(nodes, id), place, draft.levelNames.length)
  const before = { code: node.code, parentId: node.parentId, position: node.position }
  const after = { ...before, parentId: place.parentId, position: places.findIndex((one) => one.id === id) }
  if (after.parentId === before.parentId && after.position === before.position) return answerOf(node)
  const left = after.parentId === before.parentId ? [] : withoutNode(nodes, node)
  await savePlaces(tx, [...left, ...places], id)
  await noteTreeChange(tx, draft.id, 'frameworkNode.move', { before, after })
  return answerOf(await getNode(tx, id))
}

/**
 * Remove a node with all below it, and the duties and mappings of those.
 * @throws Problem access.out-of-scope · not-found · changed-meanwhile · framework.not-a-draft
 */
export async function removeNode(
  tx: Tx,
  actor: Actor,
  id: string,
  { basedOn }: { readonly basedOn: number },
): Promise<{ done: boolean }> {
  const { draft, node } = await lockNode(tx, actor, id, basedOn)
  const nodes = await listPlaces(tx, draft.id)
  const branch = branchOf(nodes, id)
  await deleteNodes(tx, [id])
  await savePlaces(tx, withoutNode(nodes, node), null)
  const { kind, parentId, position, ...rest } = node
  await noteTreeChange(tx, draft.id, 'frameworkNode.remove', {
    before: { kind, parentId, position, ...wordsOf(rest), removedCodes: branch.map(({ code }) => code) },
    after: null,
  })
  return { done: true }
}

import { type Actor, levelsNeeded, mustCoverCity, Problem } from '@chuangcheng/domain'
import type { Tx } from '../../../platform/database/database.ts'
import { defaultFramework } from '../default/default-framework.ts'
import { mustHaveFourDecimals } from '../nodes/exactness.ts'
import { listPlaces, saveNodes } from '../nodes/queries.ts'
import { lockDraft, lockVersion, recordDone } from './drafts.ts'
import { getVersionPage } from './page.ts'
import {
  deleteVersion,
  type Framework,
  type FrameworkVersion,
  findFrameworkLocked,
  insertFramework,
  insertVersion,
  listFrameworks,
  updateFramework,
  updateState,
  updateVersion,
  type VersionWords,
} from './queries.ts'

const wordsOf = ({ label, year, levelNames, totalPoints }: VersionWords): VersionWords => ({
  label,
  year,
  levelNames,
  totalPoints,
})

async function getFramework(tx: Tx, id: string) {
  const [framework] = await listFrameworks(tx, id)
  if (!framework) throw new Problem('not-found', { what: 'framework' })
  return framework
}

export type FirstVersion = Framework & {
  readonly versionId: string
  readonly label: string
  readonly year: number
  readonly levelNames: string[]
  readonly start: 'empty' | 'default'
}

/**
 * Add a framework with its first draft. The same request again is answered as the first time.
 * @param actor null: the system itself, at the command line
 * @throws Problem access.out-of-scope · duplicate
 */
export async function addFramework(tx: Tx, actor: Actor | null, said: FirstVersion) {
  if (actor) mustCoverCity(actor, 'framework.edit')
  const stored = await findFrameworkLocked(tx, said.id)
  if (stored) return getSameFramework(tx, said)
  const shipped = said.start === 'default' ? await defaultFramework(tx) : null
  const words = {
    label: said.label,
    year: said.year,
    levelNames: shipped?.levelNames ?? said.levelNames,
    totalPoints: shipped?.totalPoints ?? null,
  }
  await insertFramework(tx, said)
  await insertVersion(tx, { id: said.versionId, frameworkId: said.id, madeFromId: null, ...words })
  await saveNodes(tx, said.versionId, shipped?.nodes ?? [])
  const { name, campaign, start } = said
  recordDone(tx, said.versionId, 'framework.add', {
    before: null,
    after: { name, campaign, start, ...words },
  })
  return getFramework(tx, said.id)
}

async function getSameFramework(tx: Tx, said: FirstVersion) {
  const stored = await getFramework(tx, said.id)
  const isSame = stored.name === said.name && stored.versions.some(({ id }) => id === said.versionId)
  if (!isSame) throw new Problem('duplicate', { what: 'id', value: said.id })
  return stored
}

type Change<T> = { readonly [F in keyof T]?: T[F] | undefined } & { readonly basedOn: number }

/** @throws Problem access.out-of-scope · not-found · changed-meanwhile · duplicate */
export async function changeFramework(
  tx: Tx,
  actor: Actor,
  id: string,
  { basedOn, name, campaign }: Change<Omit<Framework, 'id'>>,
) {
  mustCoverCity(actor, 'framework.edit')
  const stored = await findFrameworkLocked(tx, id)
  if (!stored) throw new Problem('not-found', { what: 'framework' })
  if (stored.revision !== basedOn) throw new Problem('changed-meanwhile', { what: 'framework' })
  const before = { name: stored.name, campaign: stored.campaign }
  const after = { name: name ?? before.name, campaign: campaign ?? before.campaign }
  if (after.name !== before.name || after.campaign !== before.campaign) {
    await updateFramework(tx, { id, ...after })
    tx.record({ action: 'framework.change', subjectKind: 'framework', subjectId: id, before, after })
  }
  return getFramework(tx, id)
}

/** @throws Problem framework.levels-in-use when the tree is deeper than it would have names */
async function mustNameLevels(tx: Tx, id: string, levelNames: readonly string[]): Promise<void> {
  const needed = levelsNeeded(await listPlaces(tx, id))
  if (levelNames.length < needed) throw new Problem('framework.levels-in-use', { levels: needed })
}

/**
 * Change what is said of a draft as a whole.
 * @throws Problem access.out-of-scope · not-found · changed-meanwhile · duplicate · framework.not-a-draft · framework.levels-in-use ·
 * framework.points-decimals
 */
export async function changeVersion(
  tx: Tx,
  actor: Actor,
  id: string,
  { basedOn, ...change }: Change<VersionWords>,
) {
  const draft = await lockDraft(tx, actor, id)
  if (draft.revision !== basedOn) throw new Problem('changed-meanwhile', { what: 'frameworkVersion' })
  const before = wordsOf(draft)
  const after: VersionWords = {
    label: change.label ?? before.label,
    year: change.year ?? before.year,
    levelNames: change.levelNames ?? before.levelNames,
    totalPoints: change.totalPoints === undefined ? before.totalPoints : change.totalPoints,
  }
  if (JSON.stringify(after) !== JSON.stringify(before)) {
    mustHaveFourDecimals(after.totalPoints)
    await mustNameLevels(tx, id, after.levelNames)
    await updateVersion(tx, id, after)
    recordDone(tx, id, 'frameworkVersion.change', { before, after })
  }
  return getVersionPage(tx, id)
}

/**
 * Remove a draft with everything in it, and its framework with the last version.
 * @throws Problem access.out-of-scope · not-found · framework.not-a-draft · in-use when another version was made from it or a
 * self-check asks for it
 */
export async function removeVersion(tx: Tx, actor: Actor, id: string): Promise<{ done: boolean }> {
  const draft = await lockDraft(tx, actor, id)
  const framework = await getFramework(tx, draft.frameworkId)
  const withFramework = await deleteVersion(tx, draft)
  recordDone(tx, id, 'frameworkVersion.remove', {
    before: { name: framework.name, ...wordsOf(draft), withFramework },
    after: null,
  })
  return { done: true }
}

/** @throws Problem access.out-of-scope · not-found · framework.not-published */
export async function withdrawVersion(
  tx: Tx,
  actor: Actor,
  id: string,
  { reason }: { readonly reason: string },
) {
  const version: FrameworkVersion = await lockVersion(tx, actor, id)
  if (version.state !== 'published') throw new Problem('framework.not-published', { label: version.label })
  await updateState(tx, id, 'withdrawn')
  recordDone(tx, id, 'frameworkVersion.withdraw', {
    before: { state: version.state },
    after: { state: 'withdrawn', reason },
  })
  return getVersionPage(tx, id)
}

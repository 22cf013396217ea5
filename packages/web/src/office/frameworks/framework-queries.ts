import type { Guess } from '@chuangcheng/domain'
import { type QueryClient, useQuery } from '@tanstack/react-query'
import { call, type Response } from '../../shared/api/client.ts'

export type Framework = Response<'listFrameworks'>['items'][number]
export type VersionRow = Framework['versions'][number]
export type Version = Response<'getFrameworkVersion'>
export type Tree = Response<'listFrameworkNodes'>
export type FrameworkNode = Tree['items'][number]
export type Flaw = Response<'listFrameworkFlaws'>['items'][number]
export type DutyMatrix = Response<'getDutyMatrix'>

const treeKey = (versionId: string) => ['frameworks', versionId, 'nodes'] as const

/** What changed in a version may show in its counts, its flaws and the list of frameworks. */
export const forgetFrameworks = (queries: QueryClient) =>
  queries.invalidateQueries({ queryKey: ['frameworks'] })

/** After a change to one node the tree is already right: everything counted from it is fetched again. */
export const forgetCounts = (queries: QueryClient, versionId: string) =>
  queries.invalidateQueries({
    queryKey: ['frameworks', versionId],
    predicate: ({ queryKey }) => queryKey[2] !== 'nodes',
  })

export const useFrameworks = () =>
  useQuery({
    queryKey: ['frameworks', 'list'],
    queryFn: ({ signal }) => call('listFrameworks', { signal }),
  })

export const useVersion = (id: string) =>
  useQuery({
    queryKey: ['frameworks', id, 'version'],
    queryFn: ({ signal }) => call('getFrameworkVersion', { params: { id }, signal }),
  })

export const useTree = (versionId: string) =>
  useQuery({
    queryKey: treeKey(versionId),
    queryFn: ({ signal }) => call('listFrameworkNodes', { params: { id: versionId }, signal }),
  })

export const useFlaws = (versionId: string, enabled: boolean) =>
  useQuery({
    queryKey: ['frameworks', versionId, 'flaws'],
    queryFn: ({ signal }) => call('listFrameworkFlaws', { params: { id: versionId }, signal }),
    enabled,
  })

export const useDutyMatrix = (versionId: string) =>
  useQuery({
    queryKey: ['frameworks', versionId, 'duties'],
    queryFn: ({ signal }) => call('getDutyMatrix', { params: { id: versionId }, signal }),
  })

/** Puts what the server answered in the place of what the tree held. */
export function keepNode(queries: QueryClient, versionId: string, node: FrameworkNode): void {
  queries.setQueryData<Tree>(treeKey(versionId), (tree) =>
    tree ? { ...tree, items: tree.items.map((known) => (known.id === node.id ? node : known)) } : tree,
  )
}

/** Fetches the tree and all that is counted from it again: after a move, an addition, a removal. */
export const forgetVersion = (queries: QueryClient, versionId: string) =>
  queries.invalidateQueries({ queryKey: ['frameworks', versionId] })

/** Changes of one tree are sent one after another: the next one starts from what the last one left. */
export const treeChanges = (versionId: string) => ({ id: `changes of ${versionId}` })

/** The revision of a node as the last answer left it. */
export const revisionOf = (queries: QueryClient, versionId: string, { id, revision }: Revised): number =>
  queries.getQueryData<Tree>(treeKey(versionId))?.items.find((node) => node.id === id)?.revision ?? revision

type Revised = Pick<FrameworkNode, 'id' | 'revision'>

/** Agrees to what was supposed of nodes, all or none, as they were seen. */
export const confirmGuesses = (versionId: string, nodes: readonly Revised[], guess: Guess) =>
  call('confirmFrameworkNodes', {
    params: { id: versionId },
    body: { nodes: nodes.map(({ id, revision }) => ({ id, basedOn: revision })), guesses: [guess] },
  })

import type { VersionState } from '@chuangcheng/domain'
import { useQuery } from '@tanstack/react-query'
import { call, type Response } from '../api/client.ts'

/** A version of a framework (测评体系版本), as one chooses it. */
export type VersionChoice = {
  readonly id: string
  readonly name: string
  readonly state: VersionState
}

type Frameworks = Response<'listFrameworks'>

const choicesOf = ({ items }: Frameworks): VersionChoice[] =>
  items.flatMap((framework) =>
    framework.versions.map(({ id, label, state }) => ({ id, name: `${framework.name} ${label}`, state })),
  )

/** Every version of every framework. */
export const useFrameworkVersions = () =>
  useQuery({
    queryKey: ['frameworks', 'list'],
    queryFn: ({ signal }) => call('listFrameworks', { signal }),
    select: choicesOf,
  })

/** The one most people mean: what is in force; before anything is, the latest draft. */
export const usualVersion = (choices: readonly VersionChoice[]): VersionChoice | undefined =>
  choices.find(({ state }) => state === 'published') ?? choices[0]

export type FrameworkTree = Response<'listFrameworkNodes'>
export type FrameworkTreeNode = FrameworkTree['items'][number]

/** The whole tree of a version, parents before children. */
export const useFrameworkTree = (versionId: string | undefined) =>
  useQuery({
    queryKey: ['frameworks', versionId, 'nodes'],
    queryFn: ({ signal }) => call('listFrameworkNodes', { params: { id: versionId ?? '' }, signal }),
    enabled: versionId !== undefined,
  })

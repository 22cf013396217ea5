import { type QueryClient, useQuery } from '@tanstack/react-query'
import { call, type Query, type Response } from '../../shared/api/client.ts'

export type SelfCheck = Response<'listSelfChecks'>['items'][number]
export type Picture = Response<'getSelfCheckPicture'>
export type TaskList = Response<'listSelfCheckTasks'>
export type Task = TaskList['items'][number]
export type TaskFilters = Query<'listSelfCheckTasks'>

export const forgetSelfChecks = (queries: QueryClient) =>
  queries.invalidateQueries({ queryKey: ['self-checks'] })

export const useSelfChecks = () =>
  useQuery({
    queryKey: ['self-checks', 'list'],
    queryFn: ({ signal }) => call('listSelfChecks', { signal }),
  })

export const usePicture = (id: string) =>
  useQuery({
    queryKey: ['self-checks', 'picture', id],
    queryFn: ({ signal }) => call('getSelfCheckPicture', { params: { id }, signal }),
  })

const tasksKey = (id: string) => ['self-checks', 'tasks', id] as const

export const useTasks = (id: string, filters: TaskFilters) =>
  useQuery({
    queryKey: [...tasksKey(id), filters],
    queryFn: ({ signal }) => call('listSelfCheckTasks', { params: { id }, query: filters, signal }),
    // A card that has just been answered stays where it is until the reader looks for something else.
    refetchOnWindowFocus: false,
  })

/** Fetches the cards again, as somebody else has left them. */
export const forgetTasks = (queries: QueryClient, id: string) =>
  queries.invalidateQueries({ queryKey: tasksKey(id) })

/** Puts an answer into every list that shows it; what is counted from answers is fetched again when it is looked at. */
export function keepAnswer(queries: QueryClient, id: string, answered: Task): void {
  queries.setQueriesData<TaskList>({ queryKey: tasksKey(id) }, (list) => list && withAnswer(list, answered))
  for (const part of ['list', 'picture']) {
    void queries.invalidateQueries({ queryKey: ['self-checks', part] })
  }
}

const isSame = (a: Task, b: Task): boolean =>
  a.criterionId === b.criterionId && a.organization.id === b.organization.id

/** The list with an answer in its place, and counted if it is the first to that question. */
export function withAnswer(list: TaskList, answered: Task): TaskList {
  const before = list.items.find((task) => isSame(task, answered))
  if (!before) return list
  const isFirst = before.standing === null && answered.standing !== null
  return {
    selfCheck: {
      ...list.selfCheck,
      answeredCount: list.selfCheck.answeredCount + (isFirst ? 1 : 0),
    },
    items: list.items.map((task) => (isSame(task, answered) ? answered : task)),
  }
}

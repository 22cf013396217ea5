import type { Permission } from '../access/permission.ts'
import type { CaseState, CaseStepKind } from './case.ts'

/** One step of a workflow (步骤规则): from where to where, who may take it, and what it demands. */
export type CaseStepRule = {
  readonly step: CaseStepKind
  /** states it leads away from; none: it opens a case */
  readonly from: readonly CaseState[]
  readonly to: CaseState
  /** where it leads when it names nobody; null = it must lead to `to` */
  readonly toWhenNobody: CaseState | null
  /** who may take it, over the case; null = another room does, under a right of its own */
  readonly permission: Permission | null
  readonly needsReason: boolean
  /** a photo of how it is now, where the case asks for one */
  readonly needsPhoto: boolean
  /** not for anybody who took the case up or reported it */
  readonly notTheHandler: boolean
}

/** How cases go (案卷流程): versioned data; a case goes to its end by the version it was opened under. */
export type CaseWorkflow = { readonly version: number; readonly steps: readonly CaseStepRule[] }

const PLAIN = {
  toWhenNobody: null,
  permission: null,
  needsReason: false,
  needsPhoto: false,
  notTheHandler: false,
} as const

/** The workflow every city starts with, as version 1. */
export const STARTING_WORKFLOW: CaseWorkflow = {
  version: 1,
  steps: [
    { ...PLAIN, step: 'open', from: [], to: 'assigned', toWhenNobody: 'unassigned' },
    { ...PLAIN, step: 'fixOnSpot', from: ['unassigned', 'assigned'], to: 'rectified', needsPhoto: true },
    {
      ...PLAIN,
      step: 'dispatch',
      from: ['unassigned', 'assigned', 'accepted', 'returned'],
      to: 'assigned',
      permission: 'case.dispatch',
    },
    { ...PLAIN, step: 'accept', from: ['assigned'], to: 'accepted', permission: 'case.handle' },
    {
      ...PLAIN,
      step: 'rectify',
      // also straight from the hands of the inspector: who reports has received
      from: ['assigned', 'accepted', 'returned'],
      to: 'rectified',
      permission: 'case.handle',
      needsPhoto: true,
    },
    {
      ...PLAIN,
      step: 'close',
      from: ['rectified'],
      to: 'closed',
      permission: 'case.verify',
      notTheHandler: true,
    },
    {
      ...PLAIN,
      step: 'return',
      from: ['rectified'],
      to: 'returned',
      permission: 'case.verify',
      needsReason: true,
      notTheHandler: true,
    },
    {
      ...PLAIN,
      step: 'decline',
      from: ['assigned', 'accepted', 'returned'],
      to: 'unassigned',
      permission: 'case.handle',
      needsReason: true,
    },
    {
      ...PLAIN,
      step: 'withdraw',
      from: ['unassigned', 'assigned', 'accepted', 'rectified', 'returned'],
      to: 'withdrawn',
      needsReason: true,
    },
  ],
}

/** The rule of a step; undefined where the workflow does not know it. */
export const ruleOf = (workflow: CaseWorkflow, step: CaseStepKind): CaseStepRule | undefined =>
  workflow.steps.find((rule) => rule.step === step)

/** The steps that a workflow offers in a state to somebody who holds some permissions over the case: the buttons. */
export function stepsOffered(
  workflow: CaseWorkflow,
  { state, handlerIds }: { readonly state: CaseState; readonly handlerIds: readonly string[] },
  who: { readonly userId: string; readonly may: (permission: Permission) => boolean },
): CaseStepKind[] {
  return workflow.steps
    .filter(
      ({ from, permission, notTheHandler }) =>
        from.includes(state) &&
        permission !== null &&
        who.may(permission) &&
        !(notTheHandler && handlerIds.includes(who.userId)),
    )
    .map(({ step }) => step)
}

import {
  type CaseStep,
  foldSteps,
  type HandoverGround,
  handedTo,
  STARTING_WORKFLOW,
} from '@chuangcheng/domain'
import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '../../../platform/database/database.ts'
import { nextNumber } from './numbers.ts'
import { type CaseFacts, type OpenedCase, sendOpenedCases, type WrittenStep } from './opening-queries.ts'

/** Something wrong that somebody has to put right, as the room that found it hands it over (交办). */
export type NewCase = Omit<CaseFacts, 'number' | 'workflowVersion' | 'ground'> & {
  readonly because: HandoverGround
  /** the instant of handing over, ISO UTC; may lie in the past */
  readonly openedAt: string
  readonly dueAt: string
  readonly photos: readonly { readonly fileId: string; readonly purpose: 'before' | 'after' }[]
  /** 立行立改: put right before the inspector's eyes; `photos` then holds one of after, where one is required */
  readonly fixedOnSpot?: boolean | undefined
}

type Handed = { readonly id: string; readonly number: string; readonly organizationId: string | null }

const photosOf = ({ photos }: NewCase, asked: 'before' | 'after') =>
  photos.filter(({ purpose }) => purpose === asked).map(({ fileId }) => fileId)

function firstSteps(tx: Tx, one: NewCase): WrittenStep[] {
  const organizationId = handedTo(one.responsible)?.organizationId ?? null
  const by = { at: one.openedAt, actorId: tx.author.userId, reason: '' }
  const step = (rest: Pick<CaseStep, 'number' | 'step' | 'photoIds' | 'organizationId' | 'dueAt'>) => ({
    id: uuidv7(),
    ...by,
    ...rest,
  })
  const opening = step({
    number: 1,
    step: 'open',
    photoIds: photosOf(one, 'before'),
    organizationId,
    dueAt: one.dueAt,
  })
  if (one.fixedOnSpot !== true) return [opening]
  const fixing = step({
    number: 2,
    step: 'fixOnSpot',
    photoIds: photosOf(one, 'after'),
    organizationId: null,
    dueAt: null,
  })
  return [opening, fixing]
}

function openedFrom(tx: Tx, one: NewCase): OpenedCase {
  const { because, photos: _photos, fixedOnSpot: _fixed, openedAt: _at, dueAt: _due, ...facts } = one
  const steps = firstSteps(tx, one)
  const terms = { workflow: STARTING_WORKFLOW, photoRequired: one.photoRequired }
  return {
    ...facts,
    ground: because,
    number: nextNumber(tx.cityId, tx.now),
    workflowVersion: STARTING_WORKFLOW.version,
    standing: foldSteps(terms, steps),
    steps,
  }
}

/**
 * Open cases (立案): each at the organization responsible, or in the inbox of the unassigned. Nothing is read and nothing waited for:
 * two statements travel with the caller's commit, however many cases there are, and each case leaves an audit entry.
 * A case id or a source that is there already is refused at the commit (duplicate).
 * @throws Problem case.photo-needed when something fixed on the spot lacks the photo it needs
 */
export function openCases(tx: Tx, cases: readonly NewCase[]): Handed[] {
  if (cases.length === 0) return []
  const opened = cases.map((one) => openedFrom(tx, one))
  sendOpenedCases(tx, opened)
  for (const { id, number, title, placeName, standing } of opened) {
    const { organizationId, dueAt } = standing
    const after = { number, title, placeName, organizationId, dueAt }
    tx.record({ action: 'case.open', subjectKind: 'case', subjectId: id, before: null, after })
  }
  return opened.map(({ id, number, standing: { organizationId } }) => ({ id, number, organizationId }))
}

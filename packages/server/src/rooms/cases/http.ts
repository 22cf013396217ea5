import { cases } from '@chuangcheng/contract'
import { type Actor, type CaseStepKind, Problem } from '@chuangcheng/domain'
import type { FastifyReply } from 'fastify'
import type { Reader, Tx } from '../../platform/database/database.ts'
import { problemText } from '../../platform/http/problem-text.ts'
import { acting, type House, reading } from '../../platform/http/serve.ts'
import { localDay } from '../../platform/local-day.ts'
import type { FileStore } from '../../platform/store/file-store.ts'
import { sendPicture } from '../files/index.ts'
import { likelyFor, listUnassigned } from './inbox/inbox.ts'
import { hasPhoto } from './register/case-queries.ts'
import { countCases, viewerOf } from './register/filter-queries.ts'
import { listCases } from './register/list-queries.ts'
import { getCaseAtHand, showCase } from './register/show-case.ts'
import { type AskedStep, advanceCase, dispatchCases } from './steps/advance.ts'

export function caseRoutes(house: House, store: FileStore): void {
  const now = () => house.database.clock().toISOString()
  const today = () => localDay(house.database.clock())

  reading(house, cases.listCases, (reader, { actor, query }) =>
    listCases(reader, viewerOf(actor, now()), query),
  )
  reading(house, cases.countCases, (reader, { actor }) => countCases(reader, viewerOf(actor, now())))
  reading(house, cases.getCase, (reader, { actor, params }) => showCase(reader, actor, params.id, now()))
  reading(house, cases.listUnassignedCases, (reader, { actor, query }) =>
    listUnassigned(reader, viewerOf(actor, now()), today(), query),
  )
  reading(house, cases.listLikelyOrganizations, async (reader, { actor, params }) => {
    await getCaseAtHand(reader, actor, params.id)
    return { items: await likelyFor(reader, params.id, today()) }
  })
  stepRoutes(house)
  photoRoutes(house, store)
}

function stepRoutes(house: House): void {
  const taking =
    (kind: CaseStepKind) =>
    async (
      tx: Tx,
      call: { readonly actor: Actor; readonly params: { id: string }; readonly body: Omit<AskedStep, 'id'> },
    ) => {
      await advanceCase(tx, call.actor, kind, { ...call.body, id: call.params.id })
      return showCase(tx, call.actor, call.params.id, tx.now)
    }
  acting(house, cases.dispatchCase, taking('dispatch'))
  acting(house, cases.acceptCase, taking('accept'))
  acting(house, cases.rectifyCase, taking('rectify'))
  acting(house, cases.closeCase, taking('close'))
  acting(house, cases.returnCase, taking('return'))
  acting(house, cases.declineCase, taking('decline'))
  acting(house, cases.dispatchCases, async (tx, { actor, body, locale }) => {
    const { dueAt, reason } = body
    const answers = await dispatchCases(
      tx,
      actor,
      body.items.map((item) => ({ ...item, dueAt, reason })),
    )
    return {
      items: answers.map(({ id, problem }) => ({
        id,
        problem:
          problem === null
            ? null
            : { code: problem.code, text: problemText(locale, problem.code, problem.params) },
      })),
    }
  })
}

function photoRoutes(house: House, store: FileStore): void {
  const showing =
    (size: 'full' | 'thumbnail') =>
    async (
      reader: Reader,
      call: {
        readonly actor: Actor
        readonly params: { readonly id: string; readonly photoId: string }
        readonly reply: FastifyReply
      },
    ) => {
      const { id, photoId } = call.params
      await getCaseAtHand(reader, call.actor, id)
      if (!(await hasPhoto(reader, id, photoId))) throw new Problem('not-found', { what: 'file' })
      return sendPicture(reader, store, call.reply, { id: photoId, size })
    }
  reading(house, cases.getCasePhoto, showing('full'))
  reading(house, cases.getCasePhotoThumbnail, showing('thumbnail'))
}

import { selfChecks } from '@chuangcheng/contract'
import { type Actor, scopeOf } from '@chuangcheng/domain'
import type { Locale } from '@chuangcheng/messages'
import type { Reader } from '../../platform/database/database.ts'
import { acting, type House, reading } from '../../platform/http/serve.ts'
import { localDay } from '../../platform/local-day.ts'
import { answerSelfCheck, changeSelfCheck, openSelfCheck } from './actions.ts'
import { selfCheckWorkbook } from './export.ts'
import { pictureOf, rowOf } from './picture.ts'
import { listSelfChecks, type SelfCheck } from './queries.ts'
import { dayOf, getSelfCheck, listTasks, readTasks } from './tasks.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export function selfCheckRoutes(house: House): void {
  const today = () => localDay(house.database.clock())
  const shown = (reader: Reader, actor: Actor, check: SelfCheck) =>
    rowOf(reader, check, scopeOf(actor, 'selfCheck.read'), today())
  const around = async (reader: Reader, id: string, locale: Locale) => {
    const check = await getSelfCheck(reader, id)
    return { check, day: dayOf(check, today()), locale }
  }

  reading(house, selfChecks.listSelfChecks, async (reader, { actor }) => ({
    items: await Promise.all((await listSelfChecks(reader)).map((check) => shown(reader, actor, check))),
  }))
  acting(house, selfChecks.openSelfCheck, async (tx, { actor, body }) =>
    shown(tx, actor, await openSelfCheck(tx, actor, body)),
  )
  acting(house, selfChecks.changeSelfCheck, async (tx, { actor, params, body }) =>
    shown(tx, actor, await changeSelfCheck(tx, actor, params.id, body)),
  )
  reading(house, selfChecks.listSelfCheckTasks, async (reader, { actor, params, query, locale }) => {
    const found = await around(reader, params.id, locale)
    const items = await listTasks(reader, actor, query, found)
    return { selfCheck: await shown(reader, actor, found.check), items }
  })
  acting(house, selfChecks.answerSelfCheck, (tx, { actor, params, body, locale }) =>
    answerSelfCheck(tx, actor, params.id, body, locale),
  )
  reading(house, selfChecks.getSelfCheckPicture, async (reader, { actor, params, locale }) => {
    const found = await around(reader, params.id, locale)
    return pictureOf(found.check, await readTasks(reader, scopeOf(actor, 'selfCheck.read'), found))
  })
  reading(house, selfChecks.exportSelfCheck, async (reader, { actor, params, locale, reply }) => {
    const found = await around(reader, params.id, locale)
    const tasks = await readTasks(reader, scopeOf(actor, 'selfCheck.read'), found)
    return reply
      .type(XLSX)
      .header(
        'content-disposition',
        `attachment; filename*=UTF-8''${encodeURIComponent(`${found.check.name}.xlsx`)}`,
      )
      .send(selfCheckWorkbook(found.check, tasks, locale))
  })
}

import { observationImports } from '@chuangcheng/contract'
import { mustCoverCity } from '@chuangcheng/domain'
import { authorOf } from '../../platform/database/author.ts'
import { type House, open, reading } from '../../platform/http/serve.ts'
import type { FileStore } from '../../platform/store/file-store.ts'
import { getImportFile } from '../files/index.ts'
import { shownFindings } from '../imports/index.ts'
import { getVisibleRound } from '../inspections/index.ts'
import { importObservations } from './import.ts'
import { listSheetRows } from './queries.ts'
import { previewSheet } from './sheet/preview.ts'

const MOST_FINDINGS = 500
const MOST_NAMES = 2_000

export function observationImportRoutes(house: House, store: FileStore): void {
  reading(house, observationImports.previewObservationSheet, async (reader, { actor, body, locale }) => {
    mustCoverCity(actor, 'observation.import')
    const file = await getImportFile(reader, store, actor.userId, body.fileId)
    return previewSheet(reader, file, body.sheet, locale)
  })
  open(house, observationImports.importObservations, async ({ actor, body, locale }) => {
    mustCoverCity(actor, 'observation.import')
    const reader = house.database.reader(actor.cityId)
    const sheets = await Promise.all(
      body.sheets.map(async ({ fileId, sheet, columns }) => ({
        file: await getImportFile(reader, store, actor.userId, fileId),
        sheet,
        columns,
      })),
    )
    const { findings, names, ...outcome } = await importObservations(house.database, authorOf(actor), actor, {
      roundId: body.roundId,
      newRound: body.newRound,
      frameworkFromSheet: body.frameworkFromSheet,
      sheets,
      lists: body.lists,
      series: body.series ?? '',
      pointsPerSubItem: body.pointsPerSubItem ?? 1,
      acceptUnknownItems: body.acceptUnknownItems ?? false,
      decisions: body.decisions ?? [],
      dryRun: body.dryRun,
    })
    const errorCount = findings.filter(({ severity }) => severity === 'error').length
    const shown = shownFindings(locale, findings)
    return {
      ...outcome,
      errorCount,
      warningCount: findings.length - errorCount,
      findings: shown
        .map((finding, at) => ({ ...finding, file: findings[at]?.file ?? '' }))
        .slice(0, MOST_FINDINGS),
      names: names.slice(0, MOST_NAMES).map(({ nearest, ...name }) => ({ ...name, nearest: [...nearest] })),
    }
  })
  reading(house, observationImports.listObservationSheets, async (reader, { actor, params }) => {
    mustCoverCity(actor, 'observation.import')
    const { id } = await getVisibleRound(reader, actor, params.id)
    return { items: await listSheetRows(reader, id) }
  })
}

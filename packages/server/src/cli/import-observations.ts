import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Actor, Problem } from '@chuangcheng/domain'
import { v7 as uuidv7 } from 'uuid'
import type { Author, Reader } from '../platform/database/database.ts'
import { FileStore } from '../platform/store/file-store.ts'
import { addLocalFile, type ImportFile } from '../rooms/files/index.ts'
import { listFrameworks } from '../rooms/frameworks/index.ts'
import { findRoundByName, findVisibleRound } from '../rooms/inspections/index.ts'
import {
  chooseSheets,
  importObservations,
  type ObservationOrder,
  type ObservationOutcome,
  type SheetToRead,
} from '../rooms/observation-imports/index.ts'
import { getNamedVersion } from '../rooms/rulebook/index.ts'
import { commandLineActor, commandLineAuthor, getCity } from './city.ts'
import type { FrameworkOptions } from './framework-options.ts'
import type { OpenedDatabase } from './house-on-engine.ts'
import { remark, sentence } from './language.ts'
import { areaNamed, creatingMissing, decisionsFrom } from './observation-decisions.ts'
import { type ObservationMap, readLists, readMaps } from './observation-map.ts'

export type ObservationOptions = FrameworkOptions & {
  readonly city: string
  readonly sheet: readonly string[]
  readonly round?: string
  readonly newRound?: true
  readonly map: readonly string[]
  readonly lists?: string
  readonly createMissing?: true
  readonly district?: string
  readonly frameworkFromSheet?: true
  readonly series?: string
  readonly points?: string
  readonly acceptUnknownItems?: true
  readonly dryRun?: true
  readonly json?: true
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu

type Round = Pick<ObservationOrder, 'roundId' | 'newRound' | 'frameworkFromSheet'> & {
  /** null = the framework is made from the sheet */
  readonly versionId: string | null
}

/** The one published version of the city, where nobody names another. @throws Problem observation-import.framework-missing */
async function onlyPublished(reader: Reader): Promise<string> {
  const versions = (await listFrameworks(reader)).flatMap((one) => one.versions)
  const published = versions.filter(({ state }) => state === 'published')
  const [only] = published
  if (!only || published.length > 1) throw new Problem('observation-import.framework-missing')
  return only.id
}

/**
 * The round that is named, or the one to be made.
 * @throws Problem command.round-needed · command.round-unknown · command.version-unknown · observation-import.framework-missing
 */
async function roundFor(reader: Reader, actor: Actor, options: ObservationOptions): Promise<Round> {
  const { round: name, framework, label } = options
  if (!name) throw new Problem('command.round-needed')
  const known = UUID.test(name)
    ? await findVisibleRound(reader, actor, name)
    : await findRoundByName(reader, actor, name)
  if (known)
    return {
      roundId: known.id,
      newRound: undefined,
      frameworkFromSheet: undefined,
      versionId: known.versionId,
    }
  if (!options.newRound) throw new Problem('command.round-unknown', { value: name })
  const roundId = uuidv7()
  if (options.frameworkFromSheet) {
    const frameworkFromSheet = { name: framework ?? name, label: label ?? '1' }
    return { roundId, newRound: { name }, frameworkFromSheet, versionId: null }
  }
  const versionId =
    framework && label ? await getNamedVersion(reader, { framework, label }) : await onlyPublished(reader)
  return { roundId, newRound: { name, versionId }, frameworkFromSheet: undefined, versionId }
}

/** A dry run leaves no trace: the files are read where they lie. */
async function fileFor(
  { database, engine }: OpenedDatabase,
  author: Author,
  path: string,
  dryRun: boolean,
): Promise<ImportFile> {
  if (!dryRun) return addLocalFile(database, new FileStore(engine.places.files), author, path)
  const hash = createHash('sha256')
    .update(await readFile(path))
    .digest('hex')
  return { id: uuidv7(), name: basename(path), path, hash }
}

async function sheetsOf(
  reader: Reader,
  files: readonly ImportFile[],
  map: ObservationMap,
  options: ObservationOptions,
): Promise<SheetToRead[]> {
  const sheets: SheetToRead[] = []
  for (const file of files) {
    const { chosen, passedOver } = await chooseSheets(reader, file, map.columns, options.sheet)
    sheets.push(...chosen.map((one) => ({ file, ...one })))
    if (passedOver.length > 0)
      remark(sentence('import.sheets-passed-over', { file: file.name, sheets: passedOver.join('、') }))
  }
  return sheets
}

function pointsOf({ points }: ObservationOptions): number {
  if (points === undefined) return 1
  const number = Number(points)
  if (!(number > 0 && number <= 1000)) throw new Problem('command.points-invalid', { value: points })
  return number
}

/** Import the sheets of a third party at the command line (命令行导入外部观测); with `--create-missing` a trial tells first what is missing. */
export async function runObservationImport(
  opened: OpenedDatabase,
  paths: readonly string[],
  options: ObservationOptions,
): Promise<ObservationOutcome> {
  const { database } = opened
  const map = readMaps(options.map)
  const points = pointsOf(options)
  const lists = options.lists === undefined ? (map.lists ?? 'everyCheck') : readLists(options.lists)
  const city = await getCity(database, options.city)
  const [author, actor, reader] = [
    commandLineAuthor(city.id),
    commandLineActor(city.id),
    database.reader(city.id),
  ]
  const { versionId, ...round } = await roundFor(reader, actor, options)
  const dryRun = options.dryRun === true
  const files: ImportFile[] = []
  for (const path of paths) files.push(await fileFor(opened, author, path, dryRun))
  const districtId = options.district === undefined ? null : await areaNamed(reader, options.district)
  const order: ObservationOrder = {
    ...round,
    sheets: await sheetsOf(reader, files, map, options),
    lists,
    series: options.series ?? '',
    pointsPerSubItem: points,
    acceptUnknownItems: options.acceptUnknownItems === true,
    decisions: await decisionsFrom(reader, map, versionId, districtId),
    dryRun,
  }
  if (!options.createMissing) return importObservations(database, author, actor, order)
  const trial = await importObservations(database, author, actor, { ...order, dryRun: true })
  const decisions = [...order.decisions, ...creatingMissing(trial, districtId)]
  return importObservations(database, author, actor, { ...order, decisions })
}

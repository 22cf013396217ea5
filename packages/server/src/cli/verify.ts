import type { ChainFault } from '@chuangcheng/domain'
import type { Command } from 'commander'
import { FileStore } from '../platform/store/file-store.ts'
import { verifyChain } from '../rooms/audit/index.ts'
import { type CaseFault, verifyCases } from '../rooms/cases/index.ts'
import { type FileFault, verifyFiles } from '../rooms/files/index.ts'
import { type TallyFault, verifyTallies } from '../rooms/observations/index.ts'
import { type City, getCity } from './city.ts'
import { type OpenedDatabase, openDatabase } from './house-on-engine.ts'
import { remark, say, sentence } from './language.ts'

type VerifyOptions = { readonly city?: string; readonly json?: true }

async function verifyCity({ database, engine }: OpenedDatabase, city: City) {
  const reader = database.reader(city.id)
  const audit = await verifyChain(reader, engine.places.auditHeads)
  const files = await verifyFiles(reader, new FileStore(engine.places.files))
  const tallies = await verifyTallies(reader)
  const cases = await verifyCases(reader)
  return { city, audit, files, tallies, cases }
}

type CityVerification = Awaited<ReturnType<typeof verifyCity>>

const faultCountOf = ({ audit, files, tallies, cases }: CityVerification): number =>
  [audit, files, tallies, cases].reduce((sum, { faults }) => sum + faults.length, 0)

const chainFaultText = ({ fault, block, entryId }: ChainFault): string => {
  const place = [
    block === null ? '' : sentence('verify.block', { block }),
    entryId === null ? '' : sentence('verify.entry', { entry: entryId }),
  ].join('')
  return sentence('verify.fault', { text: sentence(`verify.fault.${fault}`), place })
}

const fileFaultText = ({ hash, fault }: FileFault): string =>
  sentence('verify.fault', { text: sentence(`verify.file-${fault}`, { hash }), place: '' })

const tallyFaultText = ({ collectionId, criterionId, fault }: TallyFault): string =>
  sentence('verify.fault', {
    text: sentence(`verify.tally-${fault}`, { collection: collectionId, criterion: criterionId }),
    place: '',
  })

const caseFaultText = ({ number, differing }: CaseFault): string => {
  const text =
    differing.length === 0
      ? sentence('verify.case-impossible', { number })
      : sentence('verify.case-differs', { number, fields: differing.join(', ') })
  return sentence('verify.fault', { text, place: '' })
}

function print(found: readonly CityVerification[], faultCount: number): void {
  for (const { city, audit, files, tallies, cases } of found) {
    const chain = { blocks: audit.blockCount, entries: audit.entryCount, unsealed: audit.unsealedCount }
    const counts = { ...chain, files: files.fileCount, cases: cases.caseCount }
    say(sentence('verify.city', { code: city.code, name: city.name, ...counts }))
    for (const fault of audit.faults) say(chainFaultText(fault))
    for (const fault of files.faults) say(fileFaultText(fault))
    for (const fault of tallies.faults) say(tallyFaultText(fault))
    for (const fault of cases.faults) say(caseFaultText(fault))
  }
  say(faultCount === 0 ? sentence('verify.sound') : sentence('verify.faults', { count: faultCount }))
}

async function verify(options: VerifyOptions): Promise<void> {
  const opened = await openDatabase('visitor', remark)
  try {
    const { database } = opened
    const cities = options.city ? [await getCity(database, options.city)] : await database.everyCity()
    const found: CityVerification[] = []
    for (const city of cities) found.push(await verifyCity(opened, city))
    const faultCount = found.reduce((sum, one) => sum + faultCountOf(one), 0)
    if (options.json) say(JSON.stringify({ sound: faultCount === 0, cities: found }))
    else print(found, faultCount)
    if (faultCount > 0) process.exitCode = 1
  } finally {
    await opened.close()
  }
}

export function verifyCommand(program: Command): void {
  program
    .command('verify')
    .description(
      '检查审计链、文件库和数据规则 · check the audit chain, the stored files and the rules of the data',
    )
    .option('--city <code>', '只检查一个城市 · one city only')
    .option('--json', '以 JSON 输出结果 · print the result as JSON')
    .action(verify)
}

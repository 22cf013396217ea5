import { type CampaignKind, Problem } from '@chuangcheng/domain'
import { v7 as uuidv7 } from 'uuid'
import type { Reader, Tx } from '../../../platform/database/database.ts'
import { addFramework, listFrameworks } from '../../frameworks/index.ts'

/** A version by what people call it (按名称指定的版本): there are no ids at the command line. */
export type NamedVersion = {
  readonly framework: string
  readonly label: string
  /** of a framework that is made */
  readonly year: number
  readonly campaign: CampaignKind
}

const LEVEL_NAMES = ['测评项目', '测评指标', '测评标准']

async function findNamed(reader: Reader, name: string) {
  return (await listFrameworks(reader)).find((framework) => framework.name === name)
}

/**
 * The version of this name.
 * @throws Problem command.version-unknown, with those there are
 */
export async function getNamedVersion(
  reader: Reader,
  { framework: name, label }: Pick<NamedVersion, 'framework' | 'label'>,
): Promise<string> {
  const version = (await findNamed(reader, name))?.versions.find((one) => one.label === label)
  if (version) return version.id
  const all = await listFrameworks(reader)
  const versions = all.flatMap((one) => one.versions.map((each) => `${one.name} ${each.label}`)).join('、')
  throw new Problem('command.version-unknown', { framework: name, label, versions })
}

/**
 * The version of this name; a framework that nobody has made yet is made with an empty draft.
 * @throws Problem command.version-unknown when the framework has other versions only
 */
export async function takeVersion(tx: Tx, named: NamedVersion): Promise<string> {
  if (await findNamed(tx, named.framework)) return getNamedVersion(tx, named)
  const { framework: name, ...said } = named
  const versionId = uuidv7()
  await addFramework(tx, null, {
    ...said,
    id: uuidv7(),
    versionId,
    name,
    levelNames: LEVEL_NAMES,
    start: 'empty',
  })
  return versionId
}

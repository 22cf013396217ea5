import { CAMPAIGN_KINDS, type CampaignKind, Problem } from '@chuangcheng/domain'
import { type Command, Option } from 'commander'

/** How a framework and its version are named at the command line. */
export type FrameworkOptions = {
  readonly framework?: string
  readonly label?: string
  readonly year?: string
  readonly campaign?: CampaignKind
}

export const addVersionOptions = (command: Command): Command =>
  command
    .option('--framework <name>', '测评体系名称（frameworks）· name of the framework')
    .option('--label <label>', '版本名称（frameworks）· label of its version')

export const addNewFrameworkOptions = (command: Command): Command =>
  command
    .option('--year <year>', '新体系的年份，默认今年 · year of a new framework, else this year')
    .addOption(
      new Option('--campaign <campaign>', '新体系的创建类别 · campaign of a new framework').choices([
        ...CAMPAIGN_KINDS,
      ]),
    )

/** @throws Problem command.framework-needed */
export function namedVersion({ framework, label }: FrameworkOptions): { framework: string; label: string } {
  if (!framework || !label) throw new Problem('command.framework-needed')
  return { framework, label }
}

/** @throws Problem command.year-invalid */
export function yearOf({ year }: FrameworkOptions, today: Date): number {
  if (year === undefined) return today.getFullYear()
  if (!/^(?:19|20)\d\d$/u.test(year)) throw new Problem('command.year-invalid', { value: year })
  return Number(year)
}

import { statSync } from 'node:fs'
import { Problem } from '@chuangcheng/domain'

/** @throws Problem command.file-missing */
export function mustBeFile(path: string): void {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile())
    throw new Problem('command.file-missing', { file: path })
}

import { createHash } from 'node:crypto'
import type { Hash } from '@chuangcheng/domain'

/** The hash of audit blocks, in hexadecimal: SHA-256, or SM3 (GB/T 32905) where the city chose it. */
export const hashText: Hash = (algorithm, text) => createHash(algorithm).update(text, 'utf8').digest('hex')

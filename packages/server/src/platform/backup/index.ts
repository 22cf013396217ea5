export { backup } from './backup.ts'
export type { Manifest } from './manifest.ts'
export { restore, type RestoreRequest } from './restore.ts'
export type { WhatTravels } from './what-travels.ts'

export { backup } from './backup.ts'
export type { Manifest } from './manifest.ts'
export { type RestoreRequest, restore } from './restore.ts'
export type { WhatTravels } from './what-travels.ts'

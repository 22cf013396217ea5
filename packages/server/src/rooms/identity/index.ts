import type { House } from '../../platform/http/serve.ts'
import type { FileStore } from '../../platform/store/file-store.ts'
import { passwordRoutes, sessionRoutes } from './http.ts'
import { grantRoutes, userRoutes } from './users/http.ts'

export { type FirstAdministrator, foundIdentity } from './founding.ts'
export { userImport } from './import/user-import.ts'
export { eraseExpired } from './jobs.ts'
export { authenticate } from './sessions/authenticate.ts'

/** `publicUrl` is how the outside reaches us: links for people begin with it. */
export function identityRoutes(house: House, store: FileStore, publicUrl: string): void {
  sessionRoutes(house)
  passwordRoutes(house)
  userRoutes(house, store, publicUrl)
  grantRoutes(house)
}

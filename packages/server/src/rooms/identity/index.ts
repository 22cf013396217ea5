import type { House } from '../../platform/http/serve.ts'
import { passwordRoutes, sessionRoutes } from './http.ts'

export { type FirstAdministrator, foundIdentity } from './founding.ts'
export { eraseExpired } from './jobs.ts'
export { authenticate } from './sessions/authenticate.ts'

export function identityRoutes(house: House): void {
  sessionRoutes(house)
  passwordRoutes(house)
}

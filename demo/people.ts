import { all, atOnce, type Client } from './client.ts'

/** The password of everybody in the fictional city. */
export const PASSWORD = 'Qinglan-2026-demo'

export type Person = {
  readonly id: string
  readonly userName: string
  readonly name: string
  readonly organization: { readonly id: string; readonly name: string } | null
  readonly roles: readonly string[]
}
type Listed = {
  readonly id: string
  readonly userName: string
  readonly name: string
  readonly organizationId?: string | null
  readonly organizationName?: string | null
  readonly organization?: { readonly id: string; readonly name: string } | null
}

const ROLES = [
  'campaignOffice',
  'inspector',
  'responsibleOrganization',
  'verifier',
  'evidenceClerk',
  'leader',
  'supervisor',
] as const
export type Role = (typeof ROLES)[number]

const organizationOf = (one: Listed) =>
  one.organization ??
  (one.organizationId ? { id: one.organizationId, name: one.organizationName ?? '' } : null)

/** Who is who in the city, by the roles they hold. */
export async function listPeople(office: Client): Promise<Person[]> {
  const roles = new Map<string, string[]>()
  for (const role of ROLES)
    for (const { id } of await all<Listed>(office, `/api/users?role=${role}`))
      roles.set(id, [...(roles.get(id) ?? []), role])
  const users = await all<Listed>(office, '/api/users')
  return users.map((one) => ({
    id: one.id,
    userName: one.userName,
    name: one.name,
    organization: organizationOf(one),
    roles: roles.get(one.id) ?? [],
  }))
}

/** Signs people in, each the first time they are needed; their password is set by the one-time link that the office gives them. */
export class Staff {
  readonly #office: Client
  readonly #clients = new Map<string, Promise<Client>>()
  readonly people: readonly Person[]

  constructor(office: Client, people: readonly Person[]) {
    this.#office = office
    this.people = people
  }

  withRole(role: Role): Person[] {
    return this.people.filter(({ roles }) => roles.includes(role))
  }

  /** Whoever answers for an organization; undefined where nobody does. */
  answeringFor(organizationId: string): Person | undefined {
    return this.people.find(
      ({ organization, roles }) =>
        organization?.id === organizationId && roles.includes('responsibleOrganization'),
    )
  }

  client(person: Person): Promise<Client> {
    const known = this.#clients.get(person.id)
    if (known) return known
    const client = this.#letIn(person)
    this.#clients.set(person.id, client)
    return client
  }

  async #letIn({ id, userName }: Person): Promise<Client> {
    const { link } = await this.#office.send<{ link: string }>('POST', `/api/users/${id}/password-link`)
    await this.#office.send('POST', '/api/password', { token: link.split('/').at(-1), password: PASSWORD })
    return this.#office.signIn(userName, PASSWORD)
  }

  /** One of each role who can sign in afterwards. */
  async oneOfEach(): Promise<{ role: Role; person: Person }[]> {
    const chosen = ROLES.flatMap((role) => {
      const person = this.withRole(role)[0]
      return person ? [{ role, person }] : []
    })
    await atOnce(chosen, 2, ({ person }) => this.client(person))
    return chosen
  }
}

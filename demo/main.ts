/**
 * `npm run demo`: the fictional city 清澜市 with a published framework, two finished rounds and one that is running, cases in every state,
 * a score and two briefings; then it serves until it is stopped. `npm run demo -- --check` plays one round and checks that it holds.
 */
import { join, resolve } from 'node:path'
import { startProduct } from '../tools/product.ts'
import { check } from './check.ts'
import { ADMINISTRATOR, foundCity, liveThroughTheYear } from './city.ts'
import { Client, UNLIMITED } from './client.ts'
import { listPeople, PASSWORD, type Person, type Role, Staff } from './people.ts'

const ROLE_NAMES: Readonly<Record<Role, string>> = {
  campaignOffice: '创建办 campaign office',
  inspector: '督查员 inspector',
  responsibleOrganization: '责任单位 responsible organization',
  verifier: '核查员 verifier',
  evidenceClerk: '材料员 evidence clerk',
  leader: '领导 leader',
  supervisor: '监督 supervisor',
}

const { CHUANGCHENG_DATA, PORT } = process.env
const folder = resolve(CHUANGCHENG_DATA ?? 'var/demo')
const briefings = join(folder, 'briefings')

function tellDoors(address: string, doors: readonly { role: Role; person: Person }[]): void {
  console.log(`\n创城 Chuangcheng: ${address}\n`)
  console.log(`密码都是 · everybody's password: ${PASSWORD}\n`)
  console.log(`  ${ADMINISTRATOR.userName.padEnd(18)} 管理员 administrator`)
  for (const { role, person } of doors)
    console.log(`  ${person.userName.padEnd(18)} ${ROLE_NAMES[role]} · ${person.organization?.name ?? ''}`)
  console.log(`\n通报 · briefings: ${briefings}`)
  console.log('按 Ctrl+C 结束 · Ctrl+C ends it')
}

async function demonstrate(): Promise<void> {
  const product = await startProduct(folder, Number(PORT ?? 8080), UNLIMITED)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void product.stop().then(() => process.exit(0)))
  const begun = performance.now()
  let staff: Staff
  if (product.setUpLink === null) {
    const office = await new Client(product.address).signIn(ADMINISTRATOR.userName, PASSWORD)
    staff = new Staff(office, await listPeople(office))
  } else {
    console.log('清澜市 …')
    const city = await foundCity(product.address, product.setUpLink)
    await liveThroughTheYear(city, briefings, (what) => console.log(what))
    staff = city.staff
    console.log(`${((performance.now() - begun) / 1000).toFixed(0)} s`)
  }
  tellDoors(product.address, await staff.oneOfEach())
}

if (process.argv.includes('--check')) process.exitCode = (await check()) ? 0 : 1
else await demonstrate()

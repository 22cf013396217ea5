/**
 * `npm run bench`: one line of JSON a figure, measured on the product as its users run it, durable commits and all.
 * `npm run bench -- writes` measures only the figures whose names have that part, and brings in only what they need.
 */
import { measureResponsible } from './duties.ts'
import { print } from './figures.ts'
import { firstScreenKilobytes } from './first-screen.ts'
import { measureFrameworks } from './frameworks.ts'
import { measureAreaOfPoint, measureProposals } from './inside.ts'
import { AT_ONCE, importSites, measurePages, measureSearch, SITES_IN_ALL } from './large-register.ts'
import { measureWrites } from './measure-writes.ts'
import { measureObservationImport } from './observations.ts'
import { PASSWORD, Product } from './product.ts'
import { measureVisits } from './visits.ts'

/** The database gathers its statistics some seconds after a large import; a city lists its sites for years. */
const STATISTICS_AFTER_MS = 15_000

const parts = process.argv.slice(2).map((part) => part.toLowerCase())
const wanted = (...names: string[]): boolean =>
  parts.length === 0 || names.some((name) => parts.some((part) => name.toLowerCase().includes(part)))

const LARGE = ['listOf100Among100000P95', 'listOf100Among100000Worst', 'searchAmong100000P95']
const FRAMEWORKS = ['importFramework3000Nodes', 'treeOf3000NodesP95', 'comparisonOf3000NodesP95']

const VISITS = [
  'visitsOf30Items',
  'visitsWithPhotoOf100KiB',
  'scoreAfterVisitP95',
  'briefingOf10000Observations',
]

async function measureLargeRegister(product: Product): Promise<void> {
  const first = await importSites(product, 0)
  print({ name: 'import10000Sites', value: first / 1000, unit: 's', target: '≤5' })
  if (!wanted(...LARGE)) return
  for (let next = AT_ONCE; next < SITES_IN_ALL; next += AT_ONCE) await importSites(product, next)
  await new Promise((resolve) => setTimeout(resolve, STATISTICS_AFTER_MS))
  await measurePages(product)
  await measureSearch(product)
}

async function measureFirstScreen(product: Product): Promise<void> {
  const value = await firstScreenKilobytes(product.address, 'bench', PASSWORD)
  print({ name: 'officeFirstScreenScript', value, unit: 'KB gzip', target: '≤400' })
}

async function measureSecondStart(product: Product): Promise<void> {
  await product.stop()
  const value = (await product.start()) / 1000
  print({ name: 'secondStartToFirstPage', value, unit: 's', target: '≤3' })
}

if (wanted('areaOfPoint')) measureAreaOfPoint()
if (wanted('proposeTies')) measureProposals()

const product = await Product.inNewFolder()
try {
  await product.start()
  await product.setUp('qinglan')
  if (wanted('secondStartToFirstPage')) await measureSecondStart(product)
  if (wanted('import10000Sites', ...LARGE)) await measureLargeRegister(product)
  if (wanted('auditedWrites')) await measureWrites(product)
  if (wanted(...VISITS)) await measureVisits(product)
  if (wanted('import50000Observations')) await measureObservationImport(product)
  if (wanted(...FRAMEWORKS)) await measureFrameworks(product)
  if (wanted('responsibleLookUpMedian', 'responsibleOf30ItemsMedian'))
    await measureResponsible(product.folder)
  if (wanted('officeFirstScreenScript')) await measureFirstScreen(product)
} finally {
  await product.remove()
}

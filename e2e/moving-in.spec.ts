import { cityFile } from './city-files.ts'
import { expect, expectAccessible, PASSWORD, signedIn, test } from './journey.ts'
import { Door } from './pages/door.ts'
import { ImportWizard } from './pages/import-wizard.ts'
import { Users } from './pages/users.ts'

test.describe.configure({ mode: 'serial' })

test('an empty city is set up by the printed link', async ({ page }) => {
  const link = process.env.JOURNEYS_SET_UP_LINK ?? ''
  await page.goto(link)
  await expectAccessible(page, 'set-up')
  const city = { city: '海棠市', code: '990300', name: '陈主任', userName: 'admin', password: PASSWORD }
  await new Door(page).setUp({ link, ...city })
  await expect(page.getByRole('heading', { level: 1 })).toContainText('陈主任')
  await page.goto(link)
  await expect(page.getByText('城市已经建好，请直接登录。')).toBeVisible()
})

test('its areas, boundaries, organizations and sites come in from files', async ({ page }) => {
  await signedIn(page, 'admin')
  const wizard = new ImportWizard(page)
  await wizard.bringIn({ path: '/areas/import', file: cityFile('areas.csv'), rows: 4 })
  const boundaries = { file: cityFile('boundaries.geojson'), datum: 'GPS 设备', rows: 2 }
  await wizard.bringIn({ path: '/area-boundaries/import', ...boundaries })
  await wizard.bringIn({ path: '/organizations/import', file: cityFile('organizations.csv'), rows: 4 })
  await wizard.bringIn({ path: '/settings/site-types/import', file: cityFile('site-types.csv'), rows: 2 })
  await wizard.bringIn({ path: '/sites/import', file: cityFile('sites.csv'), datum: 'GPS 设备', rows: 3 })
})

test('the sites stand in the table and on the map', async ({ page }) => {
  await signedIn(page, 'admin')
  await page.goto('/sites')
  await expect(page.getByRole('link', { name: '柳林农贸市场' })).toBeVisible()
  await expect(page.getByRole('row', { name: /桂花农贸市场.*桂花街道/ })).toBeVisible()
  await page.goto('/sites?view=map')
  await expect(page.locator('.maplibregl-canvas')).toBeVisible()
})

test('the log says who brought them in, and that it is whole', async ({ page }) => {
  await signedIn(page, 'admin')
  await page.goto('/audit')
  const entry = page.locator('summary').filter({ hasText: '导入点位' }).first()
  await expect(entry).toContainText('陈主任')
  await entry.click()
  await expect(page.getByText('新增', { exact: true })).toBeVisible()
  await expect(page.getByRole('insertion').filter({ hasText: 'sites.csv' })).toBeVisible()
  await page.getByRole('button', { name: '校验审计链' }).click()
  await expect(page.getByText('完整，没有被改动过')).toBeVisible()
})

test('a user of one street is added, sets a password, and sees only what is theirs', async ({ page }) => {
  await signedIn(page, 'admin')
  const users = new Users(page)
  await users.add('柳小林', 'liu.xiaolin', '柳林街道办')
  await users.grantOverArea('责任单位', '柳林街道')
  const link = await users.makePasswordLink()
  await page.context().clearCookies()
  const door = new Door(page)
  await door.setPassword(link, PASSWORD)
  await page.getByRole('link', { name: '去登录' }).click()
  await door.signIn('liu.xiaolin', PASSWORD)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('柳小林')
  await page.goto('/sites')
  await expect(page.getByRole('link', { name: '柳林农贸市场' })).toBeVisible()
  await expect(page.getByText('桂花农贸市场')).toHaveCount(0)
  await expect(page.getByRole('link', { name: '操作记录' })).toHaveCount(0)
})

import { expect, expectAccessible, signedIn, test } from './journey.ts'

const PAGES = [
  '/',
  '/sites',
  '/sites?view=map',
  '/sites/import',
  '/areas',
  '/areas/import',
  '/organizations',
  '/organizations/import',
  '/users',
  '/users/import',
  '/audit',
  '/settings',
  '/settings/roles',
  '/settings/site-types',
  '/my-sessions',
  '/no-such-page',
] as const

test('the pages before sign-in can be used by everybody', async ({ page }) => {
  for (const path of ['/sign-in', '/password/unknown', '/set-up']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectAccessible(page, path)
  }
})

for (const path of PAGES) {
  test(`${path} can be used by everybody`, async ({ page }) => {
    await signedIn(page, 'admin')
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.waitForLoadState('networkidle')
    await expectAccessible(page, path)
  })
}

test('the pages of single records can be used by everybody', async ({ page }) => {
  await signedIn(page, 'admin')
  for (const register of ['areas', 'organizations', 'users', 'sites']) {
    const answer: { items: { id: string }[] } = await (
      await page.request.get(`/api/${register}?limit=1`)
    ).json()
    await page.goto(`/${register}/${answer.items[0]?.id ?? ''}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.waitForLoadState('networkidle')
    await expectAccessible(page, `the page of one of ${register}`)
  }
})

test('forms beside the page can be used by everybody', async ({ page }) => {
  await signedIn(page, 'admin')
  const forms = [
    ['/users', '新增用户'],
    ['/areas', '新增区域'],
    ['/organizations', '新增单位'],
    ['/settings', '修改密码'],
    ['/settings/roles', '新增角色'],
  ] as const
  for (const [path, button] of forms) {
    await page.goto(path)
    await page.getByRole('button', { name: button }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.waitForTimeout(400) // the drawer's own movement
    await expectAccessible(page, button)
  }
})

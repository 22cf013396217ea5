import { givenRuleBook, givenSelfCheck, organizationId } from './given-rule-book.ts'
import { expect, expectAccessible, goWithin, test } from './journey.ts'

const PAGES = [
  '/',
  '/sites',
  '/sites?view=map',
  '/sites/import',
  '/areas',
  '/areas/import',
  '/organizations',
  '/organizations/import',
  '/frameworks',
  '/users',
  '/users/import',
  '/audit',
  '/checklists',
  '/checklists/import',
  '/duties',
  '/duties/on-site',
  '/duties/responsible',
  '/duties/import',
  '/self-checks',
  '/my-tasks',
  '/rounds',
  '/rounds/import',
  '/my-rounds',
  '/cases',
  '/cases?tab=all',
  '/scores',
  '/briefings',
  '/settings',
  '/settings/roles',
  '/settings/site-types',
  '/my-sessions',
  '/no-such-page',
] as const

/** The page and the button that opens each form beside it. */
const FORMS = [
  ['/users', '新增用户'],
  ['/areas', '新增区域'],
  ['/organizations', '新增单位'],
  ['/settings', '修改密码'],
  ['/settings', '上传底图'],
  ['/settings/roles', '新增角色'],
  ['/settings/site-types', '新增类型'],
  ['/sites', '新增点位'],
  ['/checklists', '新建检查表'],
  ['/duties/on-site', '添加责任'],
  ['/self-checks', '发起自查'],
  ['/rounds', '新建批次'],
  ['/briefings', '生成通报'],
] as const

test('the pages before sign-in can be used by everybody', async ({ page }) => {
  for (const path of ['/sign-in', '/password/unknown', '/set-up']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectAccessible(page, path)
  }
})

test('every page can be used by everybody', async ({ office }) => {
  test.setTimeout(300_000)
  await office.goto('/settings/roles')
  for (const path of PAGES) {
    await test.step(path, async () => {
      await goWithin(office, path)
      await expectAccessible(office, path)
    })
  }
})

test('the pages of single records can be used by everybody', async ({ office }) => {
  await office.goto('/no-such-page')
  for (const register of ['areas', 'organizations', 'users', 'sites']) {
    const answer: { items: { id: string }[] } = await (
      await office.request.get(`/api/${register}?limit=1`)
    ).json()
    await goWithin(office, `/${register}/${answer.items[0]?.id ?? ''}`)
    await expectAccessible(office, `the page of one of ${register}`)
  }
})

test('the pages of a rule book and of its self-check can be used by everybody', async ({ office }) => {
  const name = `人人可用 ${test.info().project.name} ${Date.now().toString(36)}`
  const book = await givenRuleBook(office.request, name)
  const leadId = await organizationId(office.request, '柳林街道办')
  await givenSelfCheck(office.request, book, { name, leadId, dueOn: '2199-12-31' })
  const { items }: { items: { id: string; name: string }[] } = await (
    await office.request.get('/api/self-checks')
  ).json()
  const selfCheckId = items.find((selfCheck) => selfCheck.name === name)?.id ?? ''
  const paths = [
    `/frameworks/${book.versionId}/mappings`,
    `/frameworks/${book.versionId}/mappings?view=coverage`,
    `/duties?version=${book.versionId}`,
    `/organizations/${leadId}/task-sheet?version=${book.versionId}`,
    `/self-checks/${selfCheckId}`,
    `/self-checks/${selfCheckId}/tasks`,
  ]
  await office.goto('/no-such-page')
  for (const path of paths) {
    await goWithin(office, path)
    await expectAccessible(office, path)
  }
})

test('the forms beside the pages can be used by everybody', async ({ office }) => {
  test.setTimeout(180_000)
  await office.goto('/no-such-page')
  for (const [index, [path, button]] of FORMS.entries()) {
    await test.step(button, async () => {
      // Two forms of one page: the second time it is loaded anew.
      if (FORMS[index - 1]?.[0] === path) await office.goto(path)
      else await goWithin(office, path)
      await office.getByRole('button', { name: button }).first().click()
      await expect(office.getByRole('dialog')).toBeVisible()
      await expectAccessible(office, button)
      await office.keyboard.press('Escape')
    })
  }
})

test('the search and what it found, and the menu of the user, can be used by everybody', async ({
  office,
}) => {
  await office.goto('/')
  await office.getByRole('combobox').fill('柳林')
  await expect(office.getByRole('option').first()).toBeVisible()
  await expectAccessible(office, 'the open search')
  await office.keyboard.press('Escape')
  await office.getByRole('button', { name: /陈主任/ }).click()
  await expect(office.getByText('退出登录')).toBeVisible()
  await expectAccessible(office, 'the open menu')
})

import type { Page } from '@playwright/test'
import { givenOrganizationUser, givenRuleBook, givenSelfCheck, organizationId } from './given-rule-book.ts'
import { expect, expectAccessible, signedIn, test } from './journey.ts'

const isPhone = (viewport: { width: number } | null): boolean => (viewport?.width ?? 0) < 768
/** So that a second try does not meet what the first has left. */
const mark = Date.now().toString(36)
const gaps = (page: Page) => page.getByRole('button', { name: /无牵头单位$/ })

test('duties are assigned in bulk, and a gap is filled with the keyboard', async ({ office, viewport }) => {
  test.skip(isPhone(viewport), 'duties are given out at a desk')
  const { versionId } = await givenRuleBook(office.request, `责任体系 ${mark}`)
  await office.goto(`/duties?version=${versionId}`)
  await expect(gaps(office)).toContainText('2')

  await office.locator('.matrix-heading input').first().check()
  await office.getByRole('button', { name: '给选中的 2 条分配单位' }).click()
  const drawer = office.getByRole('dialog')
  await drawer.getByRole('combobox').fill('柳林')
  await drawer.getByRole('combobox').press('Enter')
  await drawer.getByRole('button', { name: '分配', exact: true }).click()
  await expect(office.getByText('已分配：新增 2 项责任')).toBeVisible()
  await expect(gaps(office)).toHaveCount(0)
  await expectAccessible(office, 'the matrix of duties')

  const matrix = office.getByRole('treegrid')
  await matrix.focus()
  for (const key of ['End', 'ArrowRight', 'Enter']) await office.keyboard.press(key)
  await expect(office.getByRole('combobox', { name: '输入单位名称或简称' })).toBeFocused()
  for (const key of ['Backspace', 'Enter']) await office.keyboard.press(key)
  await expect(gaps(office)).toContainText('1')

  await gaps(office).click()
  await office.getByRole('button', { name: /公共厕所干净/ }).click()
  await expect(matrix).toBeFocused()
  await office.keyboard.press('Enter')
  await office.getByRole('combobox', { name: '输入单位名称或简称' }).fill('住建')
  await office.keyboard.press('Enter')
  await office.keyboard.press('Enter')
  await expect(gaps(office)).toHaveCount(0)
  await expect(office.getByRole('row', { name: /公共厕所干净/ })).toContainText('住建局')
})

test('an organization finds its tasks and checks itself on a phone', async ({ office, page, viewport }) => {
  test.skip(!isPhone(viewport), 'this is done on the way')
  const street = await organizationId(office.request, '桂花街道办')
  const [framework, name, userName] = [`自查体系 ${mark}`, `下半年自查 ${mark}`, `guihua-${mark}`]
  const book = await givenRuleBook(office.request, framework)
  await givenSelfCheck(office.request, book, { name, leadId: street, dueOn: '2199-12-31' })
  await givenOrganizationUser(office.request, userName, street)

  await signedIn(page, userName)
  await page.goto('/')
  await page.getByRole('link', { name: '我的任务清单' }).first().click()
  await page.getByRole('combobox', { name: '测评体系版本' }).click()
  await page.locator('.ant-select-item-option', { hasText: framework }).click()
  await expect(page.getByText('街巷干净，无乱堆乱放')).toBeVisible()
  await expectAccessible(page, 'a task sheet')

  await page.getByRole('link', { name: '书面自查' }).first().click()
  await page.getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.getByText('已填 0/2')).toBeVisible()
  const cards = page.getByRole('list', { name: '自查标准' }).getByRole('listitem')
  await cards.first().getByRole('button', { name: '达标', exact: true }).click()
  await expect(cards.first().getByText('已保存')).toBeVisible()
  await cards.nth(1).getByRole('button', { name: '未达标' }).click()
  await expect(cards.nth(1).getByRole('button', { name: '保存' })).toBeDisabled()
  await cards.nth(1).getByLabel('情况说明').fill('两处公厕有异味')
  await cards.nth(1).getByLabel('整改措施').fill('每天加一次保洁')
  await cards.nth(1).getByLabel('计划完成日期').fill('2199-12-30')
  await cards.nth(1).getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('已填 2/2')).toBeVisible()
  await expectAccessible(page, 'a self-check on a phone')
})

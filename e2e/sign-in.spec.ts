import { expect, PASSWORD, test } from './journey.ts'
import { Door } from './pages/door.ts'

test('a wrong password is refused in words, and the way back leads where one wanted to go', async ({
  page,
}) => {
  await page.goto('/organizations')
  await expect(page).toHaveURL(/\/sign-in\?from=/)
  const door = new Door(page)
  await door.signIn('admin', 'not-the-password-1')
  await expect(page.getByRole('alert')).toContainText('用户名或密码不正确')
  await door.signIn('admin', PASSWORD)
  await expect(page).toHaveURL(/\/organizations$/)
})

test('nothing typed is asked for, nothing is sent', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByText('请输入用户名')).toBeVisible()
  await expect(page.getByText('请输入密码')).toBeVisible()
})

test('the language changes without a reload and what was typed stays', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByLabel('用户名').fill('admin')
  await page.evaluate(() => document.body.setAttribute('data-same-page', 'yes'))
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in')
  await expect(page.getByLabel('User name')).toHaveValue('admin')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.locator('body')).toHaveAttribute('data-same-page', 'yes')
})

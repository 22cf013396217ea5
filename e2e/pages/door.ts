import type { Page } from '@playwright/test'

type Founding = { link: string; city: string; code: string; name: string; userName: string; password: string }

/** The pages before sign-in. */
export class Door {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  async setUp({ link, city, code, name, userName, password }: Founding): Promise<void> {
    await this.page.goto(link)
    await this.page.getByLabel('城市名称').fill(city)
    await this.page.getByLabel('城市代码').fill(code)
    await this.page.getByLabel('姓名').fill(name)
    await this.page.getByLabel('用户名').fill(userName)
    await this.page.getByLabel('新密码').fill(password)
    await this.page.getByLabel('再输一次').fill(password)
    await this.page.getByRole('button', { name: '建立城市并登录' }).click()
  }

  async signIn(userName: string, password: string): Promise<void> {
    await this.page.getByLabel('用户名').fill(userName)
    await this.page.getByLabel('密码', { exact: true }).fill(password)
    await this.page.getByRole('button', { name: '登录', exact: true }).click()
  }

  async setPassword(link: string, password: string): Promise<void> {
    await this.page.goto(link)
    await this.page.getByLabel('新密码').fill(password)
    await this.page.getByLabel('再输一次').fill(password)
    await this.page.getByRole('button', { name: '保存密码' }).click()
  }
}

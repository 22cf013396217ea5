import { expect, type Page } from '@playwright/test'

/** The register of users and the page of one. */
export class Users {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  async add(name: string, userName: string, organization: string): Promise<void> {
    await this.page.goto('/users')
    await this.page.getByRole('button', { name: '新增用户' }).click()
    const form = this.page.getByRole('dialog')
    await form.getByLabel('姓名').fill(name)
    await form.getByLabel('用户名').fill(userName)
    await form.getByLabel('所在单位').fill(organization)
    await this.choose(organization)
    await form.getByRole('button', { name: '保存' }).click()
    await expect(this.page.getByRole('heading', { level: 1, name })).toBeVisible()
  }

  /** Grants a role over one area and everything in it; on the page of the user. */
  async grantOverArea(role: string, area: string): Promise<void> {
    await this.page.getByRole('button', { name: '授予角色' }).first().click()
    const form = this.page.getByRole('dialog')
    await form.getByLabel('角色').click()
    await this.optionOf(role).click()
    await form.getByLabel('一个区域和它的下级区域').check()
    await form.getByLabel('哪个区域').fill(area)
    await this.choose(area)
    await form.getByRole('button', { name: '授予角色' }).click()
    await expect(form).toBeHidden()
  }

  /** Makes a password link and answers it; on the page of the user. */
  async makePasswordLink(): Promise<string> {
    await this.page.getByRole('button', { name: '生成设置密码链接' }).first().click()
    const dialog = this.page.getByRole('dialog')
    await dialog.getByRole('button', { name: '生成设置密码链接' }).click()
    const link = await dialog.getByLabel('设置密码链接').inputValue()
    await dialog.getByRole('button', { name: '发好了' }).click()
    return link
  }

  /** Takes the only thing that was found; earlier the list still changes under the mouse. */
  private async choose(text: string): Promise<void> {
    await expect(this.page.locator('.ant-select-item-option:visible')).toHaveCount(1)
    await this.optionOf(text).click()
  }

  /** The visible line of an open list of choices. */
  private optionOf(text: string) {
    return this.page.locator('.ant-select-item-option').filter({ hasText: text }).first()
  }
}

import { expect, type Page } from '@playwright/test'

/** Making a briefing, and opening its figures down to what stands behind them. */
export class Briefings {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  /** The proposal is taken as it is. */
  async make(round: string): Promise<void> {
    await this.#page.goto('/briefings')
    await this.#page.getByRole('button', { name: '生成通报' }).click()
    const form = this.#page.getByRole('dialog')
    await form.getByRole('combobox').first().fill(round)
    await this.#page.locator('.ant-select-item-option').filter({ hasText: round }).first().click()
    await expect(form.getByLabel('标题')).toHaveValue(`关于${round}情况的通报`)
    await form.getByRole('button', { name: '生成', exact: true }).click()
    await expect(this.#page.getByRole('heading', { level: 1, name: `关于${round}情况的通报` })).toBeVisible()
  }

  /** The value in the list, the value of the figure's own page, and the value taken again are one. */
  async expectFigure(name: string, value: string): Promise<void> {
    const line = this.#page
      .getByRole('listitem')
      .filter({ has: this.#page.getByRole('link', { name, exact: true }) })
    await expect(line.getByText(value, { exact: true })).toBeVisible()
    await line.getByRole('link', { name, exact: true }).click()
    await expect(this.#page.getByRole('heading', { level: 1, name })).toBeVisible()
    await expect(this.#page.getByText(value, { exact: true })).toBeVisible()
    await expect(this.#page.getByText('重新取数，结果一致')).toBeVisible()
  }

  async openBehind(): Promise<void> {
    await this.#page.getByRole('link', { name: '查看观测和照片' }).click()
  }

  async openPhoto(): Promise<void> {
    const photo = this.#page.getByRole('dialog').locator('img').first()
    await expect(photo).toBeVisible()
    await expect(photo).toHaveJSProperty('complete', true)
    await expect(photo).not.toHaveJSProperty('naturalWidth', 0)
  }
}

import { expect, type Page } from '@playwright/test'

/** The matrix of duties, as a person fills it. */
export class Duties {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  get #matrix() {
    return this.#page.getByRole('treegrid')
  }

  async showOnlyFlawed(count: number): Promise<void> {
    await this.#page.getByRole('button', { name: `只看有问题的 ${count} 条` }).click()
  }

  /** Ticks so many parts by the keyboard, each with everything below it, and folds it away: the next one follows. */
  async tickParts(count: number): Promise<void> {
    await this.#matrix.focus()
    await this.#page.keyboard.press('Home')
    for (let part = 1; part <= count; part++) {
      for (const key of [' ', 'ArrowLeft', 'ArrowDown']) await this.#page.keyboard.press(key)
    }
  }

  async assignTicked(count: number, organization: string): Promise<void> {
    await this.#page.getByRole('button', { name: `给选中的 ${count} 条分配单位` }).click()
    const drawer = this.#page.getByRole('dialog')
    await drawer.getByRole('combobox').fill(organization)
    await drawer.getByRole('combobox').press('Enter')
    await drawer.getByRole('button', { name: '分配', exact: true }).click()
    await expect(drawer).toHaveCount(0)
  }
}

import { expect, type Page } from '@playwright/test'

type Order = { path: string; file: string; datum?: string; rows: number }

/** The four steps by which a file comes into the city. */
export class ImportWizard {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  /** Imports a whole file and expects that all its rows are new. */
  async bringIn({ path, file, datum, rows }: Order): Promise<void> {
    await this.page.goto(path)
    await this.page.locator('input[type=file]').setInputFiles(file)
    await expect(this.page.getByRole('heading', { name: '对应列' })).toBeVisible()
    if (datum) await this.page.getByRole('radio', { name: datum }).check()
    await this.page.getByRole('button', { name: '下一步：检查' }).click()
    await expect(this.page.locator('.import-tallies')).toContainText(String(rows))
    await this.page.getByRole('button', { name: '确认导入' }).click()
    await expect(this.page.getByRole('button', { name: '再导入一个文件' })).toBeVisible()
  }
}

import { expect, type Page } from '@playwright/test'
import { PHOTO } from './photo.ts'

/** The list of cases and the page of one, as the organization and as the verifier see them. */
export class Cases {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  /** A number beside the entry of the menu: other journeys hand over to the same bureau. */
  async expectWaiting(): Promise<void> {
    await expect(this.#page.getByRole('link', { name: /问题案卷.*\d/ }).first()).toBeVisible()
  }

  async open(title: string, place: string): Promise<void> {
    await this.#page
      .getByRole('link', { name: /问题案卷/ })
      .first()
      .click()
    await this.#choose(title, place)
  }

  async openToVerify(title: string, place: string): Promise<void> {
    await this.#page.goto('/cases?tab=verify')
    await this.#choose(title, place)
  }

  async #choose(title: string, place: string): Promise<void> {
    await this.#page
      .getByRole('listitem')
      .filter({ hasText: place })
      .getByRole('link', { name: title })
      .click()
    await expect(this.#page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  }

  async receive(): Promise<void> {
    await this.#page.getByRole('button', { name: '收到', exact: true }).click()
  }

  async report(note: string): Promise<void> {
    await this.#page.locator('input[type="file"]').first().setInputFiles(PHOTO)
    await this.#page.getByRole('textbox', { name: '说明' }).fill(note)
    await this.#page.getByRole('button', { name: '提交', exact: true }).click()
    await expect(this.#page.getByText('已提交，等待核查')).toBeVisible()
  }

  async sendBack(reason: string): Promise<void> {
    await this.#page.getByRole('button', { name: '退回重办' }).click()
    const dialog = this.#page.getByRole('dialog')
    await dialog.getByRole('button', { name: reason }).click()
    await dialog.getByRole('button', { name: '退回', exact: true }).click()
    await expect(this.#page.getByText('已退回重办')).toBeVisible()
  }

  async close(): Promise<void> {
    await this.#page.getByRole('button', { name: '整改到位，销号' }).click()
    await this.#page.getByRole('dialog').getByRole('button', { name: '销号', exact: true }).click()
  }
}

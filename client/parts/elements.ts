/** Makes an element at the end of another: screens that are plain elements make each of theirs once. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  parent: HTMLElement,
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  element.className = className
  parent.append(element)
  return element
}

/** Writes a text only where it differs, so that nothing is laid out, or read out, for nothing. */
export function write(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text
}

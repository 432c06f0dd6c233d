"use strict";
(() => {
  const wide = matchMedia("screen and (min-width: 60em)");
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const cards = all(".fc-card");
  const marks = new Map(cards.map((card) => [card, document.getElementById(card.dataset.mark)]));

  // On a wide screen each card begins at the line of its figure, or below the card before it.
  const align = () => {
    cards.forEach((card) => { card.style.marginTop = ""; });
    if (!wide.matches) return;
    const moves = all(".fc-cards").flatMap((list) => {
      const top = list.getBoundingClientRect().top;
      let moved = 0;
      return all(".fc-card", list).filter((card) => card.offsetParent && marks.get(card)).map((card) => {
        const paragraph = marks.get(card).closest(".fc-text").getBoundingClientRect().top;
        const line = marks.get(card).getClientRects()[0].top - paragraph;
        const by = Math.max(0, line - (card.getBoundingClientRect().top - top) - moved);
        moved += by;
        return [card, by];
      });
    });
    moves.forEach(([card, by]) => { card.style.marginTop = `${by}px`; });
  };

  const oneOnly = document.getElementById("fc-show-one");
  const go = (step) => {
    const among = cards.filter((card) => oneOnly.checked || card.offsetParent);
    const at = among.findIndex((card) => card.matches(oneOnly.checked ? ":target" : ":focus-within"));
    const next = among[at < 0 ? 0 : at + step];
    if (next && oneOnly.checked) location.hash = next.id;
    if (next) next.focus();
  };

  const keys = document.getElementById("fc-keys");
  keys.closest("p").hidden = false;
  document.addEventListener("keydown", (event) => {
    if (!keys.checked || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j") go(1);
    if (event.key === "k") go(-1);
  });
  cards.forEach((card) => {
    const mark = marks.get(card);
    card.addEventListener("focusin", () => mark && mark.classList.add("fc-on"));
    card.addEventListener("focusout", () => mark && mark.classList.remove("fc-on"));
  });

  let closed = [];
  addEventListener("beforeprint", () => {
    closed = all(".fc-evidence:not([open])");
    closed.forEach((fold) => { fold.open = true; });
  });
  addEventListener("afterprint", () => { closed.forEach((fold) => { fold.open = false; }); });
  addEventListener("resize", align);
  addEventListener("hashchange", align);
  addEventListener("load", align);
  document.addEventListener("toggle", align, true);
  document.addEventListener("change", align);
  align();
})();

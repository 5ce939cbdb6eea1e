/* The editor of briefs: what was chosen from the register is drawn as one line, with its
   own language and direction, and with what is wrong with it. */
"use strict";

(() => {
  const Factory = window.telepath.constructors["wagtail.admin.widgets.Chooser"];

  const piece = (tag, className, text) => {
    const made = document.createElement(tag);
    made.className = className;
    made.textContent = text;
    return made;
  };

  class LineChooser extends window.Chooser {
    renderState(state) {
      super.renderState(state);
      const line = this.titleElement;
      line.replaceChildren();
      const words = piece("span", "chosen-words", state.title || "");
      words.dir = state.direction || "auto";
      if (state.language) words.lang = state.language;
      line.append(words);
      const facts = piece("span", "chosen-facts", "");
      (state.facts || []).forEach((one) => facts.append(piece("span", "chosen-fact", one)));
      line.append(facts);
      (state.warnings || []).forEach((one) => line.append(piece("span", "chosen-warning", one)));
    }
  }

  class LineChooserFactory extends Factory {
    widgetClass = LineChooser;
  }

  window.telepath.register("marsad.briefs.LineChooser", LineChooserFactory);
})();

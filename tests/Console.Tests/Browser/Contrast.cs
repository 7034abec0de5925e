namespace B2BConnector.Console.Tests.Browser;

/// <summary>WCAG AA: text has a contrast of at least 4.5 to what is behind it.</summary>
internal static class Contrast
{
    /// <summary>Gives each faint text. A canvas turns every notation of a colour into numbers.</summary>
    public const string Script =
        """
        const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
        const paint = (...colours) => {
          canvas.clearRect(0, 0, 1, 1);
          for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
          return [...canvas.getImageData(0, 0, 1, 1).data];
        };
        const light = (rgb) => rgb.slice(0, 3).map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
        const behind = (element) => {
          const colours = [];
          for (let e = element; e; e = e.parentElement) { colours.unshift(getComputedStyle(e).backgroundColor); }
          return colours;
        };
        const faint = [];
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
          const text = texts.currentNode.textContent.trim();
          const element = texts.currentNode.parentElement;
          if (!text || !element.checkVisibility()) { continue; }
          const back = behind(element);
          const [a, b] = [light(paint(...back, getComputedStyle(element).color)), light(paint(...back))];
          const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
          if (contrast < 4.5) { faint.push(`${contrast.toFixed(2)} ${element.tagName}.${element.className} ${text.slice(0, 40)}`); }
        }
        return faint;
        """;
}

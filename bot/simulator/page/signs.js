// How the bot's signs (✅ 📍 👥…) are shown on a computer without a colour emoji font: drawn here. Elsewhere the text stays as it is.

const SVG = "http://www.w3.org/2000/svg";
const GREEN = "#1f9254", RED = "#d0453b", BLUE = "#2f7fd0", AMBER = "#d98a12", GREY = "currentColor";

// Lines on a 24 × 24 grid, with their colour.
const DRAWN = {
  "✅": [GREEN, "M4 4h16v16H4z M8 12.5l3 3 5.500-7"],
  "❌": [RED, "M6 6l12 12M18 6L6 18"],
  "✏": [AMBER, "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3"],
  "↩": [GREY, "M9 6l-4 4 4 4M5 10h9a5 5 0 0 1 0 10h-3"],
  "➕": [GREEN, "M12 5v14M5 12h14"],
  "⏰": [RED, "M12 6a7.500 7.500 0 1 1 0 15 7.500 7.500 0 0 1 0-15zM12 10v4l3 1.500M4 7l3-3M20 7l-3-3"],
  "⏱": [GREY, "M12 6a7.500 7.500 0 1 1 0 15 7.500 7.500 0 0 1 0-15zM12 10v4M10 3h4"],
  "🕑": [GREY, "M12 3.500a8.500 8.500 0 1 1 0 17 8.500 8.500 0 0 1 0-17zM12 7v5l4-2"],
  "🗓": [BLUE, "M4 6h16v14H4zM4 10.500h16M8 3.500V8M16 3.500V8M8 14h2M14 14h2M8 17h2"],
  "📅": [BLUE, "M4 6h16v14H4zM4 10.500h16M8 3.500V8M16 3.500V8M8 14h2M14 14h2M8 17h2"],
  "📍": [RED, "M12 21s-6.500-6.200-6.500-11a6.500 6.500 0 0 1 13 0c0 4.800-6.500 11-6.500 11zM12 7.500a2.500 2.500 0 1 1 0 5 2.500 2.500 0 0 1 0-5z"],
  "👥": [BLUE, "M9 4.500a3.500 3.500 0 1 1 0 7 3.500 3.500 0 0 1 0-7zM2.500 20c0-4 3-6 6.500-6s6.500 2 6.500 6M16 5a3.500 3.500 0 0 1 0 6.500M17.500 14.500c2.500.600 4 2.500 4 5.500"],
  "👤": [BLUE, "M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM5 20.500c0-4.500 3-6.500 7-6.500s7 2 7 6.500"],
  "💬": [GREY, "M4 5h16v11H11l-4.500 4V16H4zM8 9h8M8 12h5"],
  "❓": [AMBER, "M8.500 8.500A3.500 3.500 0 1 1 12 12.500V15M12 19v.100"],
  "⚠": [AMBER, "M12 4l9 16H3zM12 10v5M12 17.500v.100"],
  "☑": [GREY, "M4 4h16v16H4zM8 12.500l3 3 5.500-7"],
  "⬜": [GREY, "M4 4h16v16H4z"],
  "📄": [GREY, "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6"],
  "📁": [AMBER, "M3 6h6l2 2.500h10V19H3z"],
  "📝": [AMBER, "M6 3h12v18H6zM9 8h6M9 12h6M9 16h3"],
  "📋": [AMBER, "M6 5h12v16H6zM9 3h6v4H9zM9 12h6M9 16h6"],
  "📞": [GREEN, "M6 3l3 1 1 4-2 2a12 12 0 0 0 6 6l2-2 4 1 1 3c-.500 2-2 3-4 3A16 16 0 0 1 3 7c0-2 1-3.500 3-4z"],
  "✉": [GREY, "M3 6h18v13H3zM3 7l9 7 9-7"],
  "🏢": [GREY, "M5 3h14v18H5zM9 7h2M13 7h2M9 11h2M13 11h2M9 15h2M13 15h2"],
  "🔁": [GREY, "M4 11V9a3 3 0 0 1 3-3h11M15 3l3 3-3 3M20 13v2a3 3 0 0 1-3 3H6M9 21l-3-3 3-3"],
  "🔒": [GREY, "M5 11h14v10H5zM8 11V8a4 4 0 0 1 8 0v3"],
  "⚖": [GREY, "M12 4v16M7 20h10M4 7h16M6 7l-3 7h6zM18 7l-3 7h6z"],
  "🎤": [GREY, "M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3zM6 11a6 6 0 0 0 12 0M12 17v4"],
  "👍": [AMBER, "M7 11v9H4v-9zM7 11l4-8c2 0 2.500 1.500 2 3l-1 4h6c1.500 0 2 1 1.700 2.500l-1.500 6c-.300 1-1 1.500-2 1.500H7"],
  "👋": [AMBER, "M6 13V7M9 12V4.500M12 12V4M15 12V6M18 10v5a6 6 0 0 1-11 3.500L4 13"],
  "🎯": [RED, "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM12 12v.100"],
  "📊": [BLUE, "M4 20h16M7 20v-7M12 20V6M17 20v-10"],
  "🔎": [GREY, "M11 4a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM16 16l5 5"],
  "🙏": [AMBER, "M12 4v14M12 4l-4 9-3 3 4 5 3-3M12 4l4 9 3 3-4 5-3-3"],
  "✋": [AMBER, "M7 13V7M10 12V4.500M13 12V4M16 12V6M16 12l2-1.500c1 0 1.500 1 1 2L16 18c-1 2-2.500 3-4.500 3C8.500 21 7 19 7 16z"],
  "❗": [RED, "M12 4v10M12 19v.100"],
  "ℹ": [BLUE, "M12 3.500a8.500 8.500 0 1 1 0 17 8.500 8.500 0 0 1 0-17zM12 11v5.500M12 7.500v.100"],
  "👁": [GREY, "M2.500 12c5-8 14-8 19 0-5 8-14 8-19 0zM12 9a3 3 0 1 1 0 6 3 3 0 0 1 0-6z"],
  "📇": [BLUE, "M3 6h18v13H3zM8 10a1.500 1.500 0 1 1 0 3 1.500 1.500 0 0 1 0-3zM5.500 16.500c0-3 5-3 5 0M14 10.500h4.500M14 14h4.500"],
  "⚙": [GREY, "M12 8.500a3.500 3.500 0 1 1 0 7 3.500 3.500 0 0 1 0-7zM12 3v3M12 18v3M3 12h3M18 12h3M5.600 5.600l2.200 2.200M16.200 16.200l2.200 2.200M18.400 5.600l-2.200 2.200M7.800 16.200l-2.200 2.200"],
  "🏷": [AMBER, "M4 4h8l8 8-8 8-8-8zM8 8v.100"],
  "⭐": [AMBER, "M12 3l2.700 5.700 6.300.800-4.600 4.300 1.200 6.200L12 17l-5.600 3 1.200-6.200L3 9.500l6.300-.800z"],
};
const FOUND = new RegExp(`(${Object.keys(DRAWN).join("|")})[\\ufe0e\\ufe0f]?`, "u");

// A colour emoji font paints in colour even where black is asked.
function hasColourEmoji() {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 24;
  const brush = canvas.getContext("2d", { willReadFrequently: true });
  if (!brush) return true;
  brush.font = "20px system-ui, sans-serif";
  brush.textBaseline = "top";
  brush.fillText("✅", 0, 0);
  const points = brush.getImageData(0, 0, 24, 24).data;
  for (let i = 0; i < points.length; i += 4) if (Math.abs(points[i] - points[i + 1]) > 24) return true;
  return false;
}

const asText = hasColourEmoji();

// Appends `words` to `parent`, with drawn signs where the computer has none. The sign stays in the text: read aloud, copied, searched.
export function appendWords(parent, words) {
  let rest = words;
  for (let found = asText ? null : FOUND.exec(rest); found; found = FOUND.exec(rest)) {
    parent.append(rest.slice(0, found.index));
    const glyph = document.createElement("span");
    glyph.textContent = found[0];
    const sign = document.createElement("span");
    sign.className = "sign";
    sign.append(drawing(DRAWN[found[1]]), glyph);
    parent.append(sign);
    rest = rest.slice(found.index + found[0].length);
  }
  parent.append(rest);
  return parent;
}

function drawing([colour, path]) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(SVG, "path");
  line.setAttribute("d", path);
  line.style.stroke = colour;
  svg.append(line);
  return svg;
}

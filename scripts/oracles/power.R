# Sample size and power: stats' power.t.test and power.prop.test (solved to 1e-12); formulae written out where R has no function.
suppressMessages(library(jsonlite))
folder <- "tests/oracles/statistics"
cases <- list()
add <- function(name, input, expected) {
  label <- paste(names(input), unlist(lapply(input, function(x) format(x, digits = 6))), collapse = " ")
  cases[[length(cases) + 1]] <<- list(name = paste(name, label, sep = ": "), of = name, input = input, expected = expected)
}
tol <- 1e-12

for (s in list(c(0.5, 1), c(2, 5), c(10, 12), c(0.2, 1), c(3, 2))) for (a in c(0.05, 0.01)) for (type in c("two.sample", "paired")) {
  for (power in c(0.8, 0.9)) add("means size", list(difference = s[1], sd = s[2], alpha = a, design = type, power = power),
    list(n = power.t.test(delta = s[1], sd = s[2], sig.level = a, power = power, type = type, strict = TRUE, tol = tol)$n))
  for (n in c(5, 20, 63)) add("means power", list(difference = s[1], sd = s[2], alpha = a, design = type, n = n),
    list(power = power.t.test(n = n, delta = s[1], sd = s[2], sig.level = a, type = type, strict = TRUE)$power))
}
for (x in list(c(12, 30), c(40, 20), c(100, 300))) for (d in c(0.4, 0.8)) { # unequal groups
  df <- sum(x) - 2; ncp <- d / sqrt(sum(1 / x)); q <- qt(0.025, df, lower = FALSE)
  add("means unequal", list(first = x[1], second = x[2], difference = d, sd = 1, alpha = 0.05),
      list(power = pt(q, df, ncp, lower = FALSE) + pt(-q, df, ncp)))
}

for (s in list(c(0.5, 0.75), c(0.1, 0.2), c(0.02, 0.05), c(0.9, 0.8), c(0.3, 0.33))) for (a in c(0.05, 0.01)) {
  for (power in c(0.8, 0.9)) add("proportions size", list(first = s[1], second = s[2], alpha = a, power = power),
    list(n = power.prop.test(p1 = s[1], p2 = s[2], sig.level = a, power = power, strict = TRUE, tol = tol)$n))
  for (n in c(20, 150)) add("proportions power", list(first = s[1], second = s[2], alpha = a, n = n),
    list(power = power.prop.test(n = n, p1 = s[1], p2 = s[2], sig.level = a, strict = TRUE)$power))
}
fleiss <- function(p1, p2, r, a, power) { # first group; two-sided without the far tail; Fleiss, Levin and Paik 2003, eq. 4.14 and 4.19
  p <- (p1 + r * p2) / (1 + r)
  m <- (qnorm(1 - a / 2) * sqrt((r + 1) * p * (1 - p)) + qnorm(power) * sqrt(r * p1 * (1 - p1) + p2 * (1 - p2)))^2 / (r * (p1 - p2)^2)
  c(m, m / 4 * (1 + sqrt(1 + 2 * (r + 1) / (m * r * abs(p1 - p2))))^2)
}
for (s in list(c(0.1, 0.25), c(0.4, 0.6), c(0.05, 0.02))) for (r in c(1, 2, 0.5)) {
  f <- fleiss(s[1], s[2], r, 0.05, 0.9)
  add("proportions fleiss", list(first = s[1], second = s[2], ratio = r, alpha = 0.05, power = 0.9), list(n = f[1], corrected = f[2]))
}

for (hr in c(0.5, 0.7, 0.85, 1.4)) for (r in c(1, 2)) for (power in c(0.8, 0.9)) {
  z <- (qnorm(0.975) + qnorm(power))^2
  share <- 0.4; other <- 1 - (1 - share)^hr; average <- (share + r * other) / (1 + r)
  sch <- z * (1 + r)^2 / (r * log(hr)^2); fre <- z * (1 + r * hr)^2 / (r * (1 - hr)^2)
  add("log-rank", list(hazardRatio = hr, ratio = r, alpha = 0.05, power = power, controlShare = share),
      list(schoenfeld = sch, freedman = fre, n = sch / average, nFreedman = fre / average))
}
for (d in c(30, 88, 247)) for (hr in c(0.6, 0.8)) add("log-rank power", list(events = d, hazardRatio = hr, alpha = 0.05), list(
  schoenfeld = pnorm(sqrt(d) * abs(log(hr)) / 2 - qnorm(0.975)), freedman = pnorm(sqrt(d) * abs(1 - hr) / (1 + hr) - qnorm(0.975))))

wilson <- function(p, n, z) z * sqrt(p * (1 - p) / n + z^2 / (4 * n^2)) / (1 + z^2 / n)
for (p in c(0.02, 0.1, 0.3, 0.5)) for (w in c(0.01, 0.05)) for (level in c(0.95, 0.9)) {
  z <- qnorm((1 + level) / 2)
  add("proportion precision", list(proportion = p, halfWidth = w, level = level), list(wald = z^2 * p * (1 - p) / w^2,
      wilson = uniroot(function(n) wilson(p, n, z) - w, c(1e-6, 1e7), tol = 1e-9)$root))
}
for (rate in c(0.02, 1.5, 12)) for (level in c(0.95, 0.99)) {
  z <- qnorm((1 + level) / 2)
  add("rate precision", list(rate = rate, halfWidth = rate / 4, factor = 1.3, level = level),
      list(personTime = z^2 * rate / (rate / 4)^2, events = (z / log(1.3))^2))
}
for (m in c(5, 20, 100)) for (icc in c(0.01, 0.05, 0.3)) for (cv in c(0, 0.6)) {
  de <- 1 + ((1 + cv^2) * m - 1) * icc
  add("clusters", list(size = m, icc = icc, variation = cv, n = 300), list(designEffect = de, n = 300 * de, clusters = ceiling(300 * de / m)))
}

source <- paste0("R ", getRversion())
write(toJSON(list(about = "Sample size and power. Means and proportions with both tails (strict = TRUE), n a group, not rounded.", source = source,
                  tolerance = list(rel = 1e-8), cases = cases), auto_unbox = TRUE, digits = I(15), na = "null", pretty = FALSE),
      file.path(folder, "r-power.json"))
cat(length(cases), "cases\n")

# make guide   the guide in content/ → site/, with the printed guide as PDF
# make test    all tests
# make bench   how fast whole builds and the parts are
# make fuzz    looks for bytes that break what the readers promise, FUZZ_SECONDS each (60)
# make faults  kills, full disks, failing calls: what the machine can do to a build, FAULT_KILLS times (500)
# make docs    writes what is written from the sources: docs/template-variables.md
# make format  lays out the sources
# make lint    whether they are laid out
# make clean   removes what was built

.PHONY: guide test bench fuzz faults docs format lint clean

SOURCES = Package.swift Sources Tests Benchmarks Fuzzing/Promises Fuzzing/Fuzzer Plugins
RELEASE = swift build -c release --static-swift-stdlib --quiet --product

guide:
	@script/setup
	$(RELEASE) kayoi
	.build/release/kayoi build --book
	@echo "The site is in $(CURDIR)/site: open site/index.html."
	@echo "The printed guide is $(CURDIR)/site/guidebook.pdf."
	@echo "The program is $(CURDIR)/.build/release/kayoi."

# The preview's server by itself: other tests would starve it of threads, and it would answer late.
test:
	@script/setup tests
	swift test --skip PreviewTests
	swift test --skip-build --filter PreviewTests
	python3 Tests/faults/run.py .build/debug/kayoi 10
	.build/debug/kayoi build --quiet --today 2026-11-21 --output .build/browser-site
	.venv/bin/python Tests/browser/run.py .build/browser-site
	.venv/bin/python Tests/browser/calendars.py .build/browser-site 2026-11-21
	.venv/bin/python Tests/browser/real_schedules.py .build/debug/kayoi
	.venv/bin/python Tests/browser/preview.py
	.venv/bin/python Tests/browser/slippy_map.py .build/debug/kayoi

bench:
	@script/setup
	$(RELEASE) kayoi
	$(RELEASE) GuideGenerator
	python3 Benchmarks/whole.py .build/release/kayoi .build/release/GuideGenerator
	$(RELEASE) TemplatesBenchmark
	.build/release/TemplatesBenchmark
	$(RELEASE) PublishingBenchmark
	folder=$$(mktemp -d /dev/shm/kayoi-bench.XXXXXX) && .build/release/PublishingBenchmark $$folder/site; rm -r $$folder

FUZZ_SECONDS ?= 60

fuzz:
	@script/setup
	KAYOI_FUZZING=1 swift build -c release --sanitize=address --scratch-path .build-fuzz --quiet --product Fuzzer
	python3 Fuzzing/run.py .build-fuzz/release/Fuzzer $(FUZZ_SECONDS)

FAULT_KILLS ?= 500

faults:
	swift build --quiet --product kayoi
	python3 Tests/faults/run.py .build/debug/kayoi $(FAULT_KILLS)

docs:
	KAYOI_WRITE_DOCS=1 swift test --filter TemplateReferenceTests

format:
	swift format -i -r $(SOURCES)

lint:
	swift format lint -r --strict $(SOURCES)

clean:
	swift package clean
